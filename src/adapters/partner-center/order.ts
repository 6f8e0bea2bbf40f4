import type { Submission } from '../../domain/submission.js';
import type { SubmissionAnswer } from './schema.js';

export type Numbered = SubmissionAnswer & { readonly releaseNumber: number };

/**
 * Newest first, whatever the order of the list: by release number, then by id, which grows with time. Where a
 * release number is left out it is the known one, or else the highest of what came before: never above the one
 * that may be told later, so that no submission grows older from one read to the next.
 */
export function newestFirst(
  listed: readonly SubmissionAnswer[],
  known: readonly (Submission | null)[],
): readonly Numbered[] {
  const numbers = new Map<string, number>();
  for (const each of known) if (each !== null) numbers.set(each.submissionId, each.releaseNumber);
  for (const { id, releaseNumber } of listed) if (releaseNumber) numbers.set(id, releaseNumber);
  const numberOf = (id: string): number =>
    numbers.get(id) ??
    Math.max(0, ...[...numbers].map(([other, number]) => (compareIds(other, id) < 0 ? number : 0)));
  return listed
    .map((each) => ({ ...each, releaseNumber: each.releaseNumber || numberOf(each.id) }))
    .toSorted((a, b) => b.releaseNumber - a.releaseNumber || compareIds(b.id, a.id));
}

/** Ids have up to 19 digits: as numbers they would lose the last ones. */
function compareIds(a: string, b: string): number {
  const digits = /^\d+$/;
  if (!digits.test(a) || !digits.test(b)) return a < b ? -1 : Number(a > b);
  const [one, other] = [BigInt(a), BigInt(b)];
  return one < other ? -1 : Number(one > other);
}
