/**
 * Whether `found` is the expected version or above. Versions are `integer.integer.integer`; anything that is
 * not is only equal to itself, so that an unreadable version never counts as reached.
 */
export function isAtLeast(found: string, expected: string): boolean {
  if (found === expected) return true;
  const [a, b] = [parts(found), parts(expected)];
  if (a === null || b === null) return false;
  const differing = a.findIndex((part, index) => part !== b[index]);
  return (a[differing] ?? 0) > (b[differing] ?? 0);
}

function parts(version: string): readonly number[] | null {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(version.trim());
  return match ? match.slice(1).map(Number) : null;
}
