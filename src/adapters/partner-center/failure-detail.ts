import { parseInstant } from './instant.js';
import type { ReportAnswer, ValidationAnswer } from './schema.js';
import { shortText } from './short-text.js';

const longestDetail = 500;

/** What Partner Center says of a failure, as it is kept. */
export function shortDetail(text: string | null | undefined): string | null {
  return shortText(text ?? '', longestDetail) || null;
}

/** The messages of the validation: its errors, or all of them where none is called one. */
export function validationDetail(items: readonly ValidationAnswer[]): string | null {
  const errors = items.filter(({ severity }) => severity?.toLowerCase() === 'error');
  const messages = (errors.length > 0 ? errors : items).flatMap(({ message }) => message?.trim() || []);
  return shortDetail(messages.join(' '));
}

/** That certification failed, and when the newest report says so. */
export function reportDetail(reports: readonly ReportAnswer[]): string | null {
  const failed = reports.filter(({ status }) => status?.toLowerCase() === 'failed');
  if (failed.length === 0) return null;
  const newest = failed
    .map(({ reportTimeInUtc }) => parseInstant(reportTimeInUtc) ?? '')
    .toSorted()
    .at(-1);
  return newest ? `Certification report of ${newest.slice(0, 10)}: Failed` : 'Certification report: Failed';
}
