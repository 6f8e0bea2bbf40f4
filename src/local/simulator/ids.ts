import { createHash } from 'node:crypto';

/** The same GUID for the same words, so that products keep theirs from run to run. */
export function guidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  const version = `4${hex.slice(13, 16)}`;
  const variant = `8${hex.slice(17, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), version, variant, hex.slice(20, 32)].join('-');
}

/** Neighbours differ by less than a double can tell apart at this size: whoever reads ids as numbers mixes them up. */
export const firstSubmissionId = '1152921505699418207';

export function nextSubmissionId(last: string): string {
  return String(BigInt(last) + 3n);
}
