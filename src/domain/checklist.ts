import type { Person } from './person.js';

/** One thing that a person must have judged in the preview before Go live. Numbers are shown and typed. */
export interface ChecklistItem {
  readonly n: number;
  readonly title: string;
  readonly hint: string;
}

/** One person's word for one item, kept with the submission it was given for. */
export interface Confirmation {
  readonly n: number;
  readonly by: Person;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * What a person must judge before Go live; what a program could check is left to it.
 * Drawn from Microsoft's pages on testing and publishing Sentinel solutions.
 */
export const defaultChecklist: readonly ChecklistItem[] = [
  {
    n: 1,
    title: 'The preview deploys',
    hint: 'From the Azure portal preview link into a Sentinel workspace: every page of the wizard works and the deployment succeeds.',
  },
  {
    n: 2,
    title: 'All content is there and works',
    hint: 'Connector page, analytic rules, workbooks, playbooks, hunting queries and parsers; counts match the listing.',
  },
  {
    n: 3,
    title: 'The data connector connects',
    hint: 'Test data reaches the tables that the solution names.',
  },
  {
    n: 4,
    title: 'Package and version are the approved ones',
    hint: 'The uploaded zip is the reviewed one; its version is above the live one and the same everywhere.',
  },
  {
    n: 5,
    title: 'The listing reads well',
    hint: 'In the marketplace preview: title, summary, description, logos, screenshots; every link opens.',
  },
  {
    n: 6,
    title: 'Keywords and category are set',
    hint: 'The Sentinel keyword identifier is among the search keywords and the category is Security.',
  },
];

/** Adds confirmations of items nobody confirmed yet; the first word for an item stays. Unknown numbers are passed over. */
export function confirmItems(
  confirmations: readonly Confirmation[],
  numbers: readonly number[],
  by: Person,
  at: string,
): readonly Confirmation[] {
  const open = defaultChecklist.filter(
    (item) => numbers.includes(item.n) && !confirmations.some((confirmation) => confirmation.n === item.n),
  );
  return open.length === 0 ? confirmations : [...confirmations, ...open.map(({ n }) => ({ n, by, at }))];
}

export function openItems(confirmations: readonly Confirmation[]): readonly ChecklistItem[] {
  return defaultChecklist.filter((item) => !confirmations.some((confirmation) => confirmation.n === item.n));
}
