const form = /^\d+\.\d+\.\d+$/;

/**
 * Whether `found` is the expected version or above. Versions are `integer.integer.integer`; anything that is
 * not is only equal to itself, so that an unreadable version never counts as reached.
 */
export function isAtLeast(found: string, expected: string): boolean {
  const [a, b] = [found.trim(), expected.trim()];
  if (a === b) return true;
  return form.test(a) && form.test(b) && a.localeCompare(b, 'en', { numeric: true }) >= 0;
}
