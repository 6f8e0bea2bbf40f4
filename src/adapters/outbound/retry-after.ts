/**
 * The seconds that a Retry-After header asks to wait, written as such or as an HTTP date; never below 0. Null for
 * none and for what is neither.
 * @param now milliseconds since the epoch.
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  // Date.parse reads far more than HTTP dates, and would take "-5" for a month.
  const at = /^[a-z]{3},/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1_000));
}
