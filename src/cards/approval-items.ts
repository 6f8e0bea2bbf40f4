import { defaultChecklist, type Confirmation } from '../domain/checklist.js';
import type { Look } from './look.js';
import { personOf } from './naming.js';
import { whenText } from './when.js';

/** One item with its box; its hint gives way to who confirmed it. */
export interface ApprovalItem {
  readonly id: string;
  readonly title: string;
  readonly value: 'true' | 'false';
  readonly hints: readonly { readonly text: string }[];
  readonly confirmations: readonly { readonly text: string }[];
}

export function approvalItems(confirmations: readonly Confirmation[], look: Look): readonly ApprovalItem[] {
  return defaultChecklist.map(({ n, title, hint }) => {
    const given = confirmations.find((confirmation) => confirmation.n === n);
    return {
      id: `item.${n}`,
      // A dot after the number would be read as markdown's ordered list.
      title: `${n} · ${title}`,
      value: given ? 'true' : 'false',
      hints: given ? [] : [{ text: hint }],
      confirmations: given ? [{ text: `Confirmed by ${confirmedBy(given, look)}` }] : [],
    };
  });
}

export function confirmedBy({ by, at }: Confirmation, look: Look): string {
  return `${personOf(by)}, ${whenText(at, look.timeZone)}`;
}

export function itemLines(items: readonly ApprovalItem[]): readonly string[] {
  return items.map(({ title, value, hints, confirmations }) =>
    [
      `${value === 'true' ? '✓' : '○'} ${title}`,
      ...[...hints, ...confirmations].map(({ text }) => text),
    ].join(': '),
  );
}
