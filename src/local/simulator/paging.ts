interface Page<Item> {
  readonly items: readonly Item[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

const tokenPattern = /^(up|down)-(\d{1,6})$/u;

/** A page behind the last one, for a link that leads nowhere. */
export const tokenBehindTheEnd = Buffer.from('up-999999').toString('base64url');

/**
 * One page of a list that comes in either order; the token carries the order on. Undefined for a token that is not
 * ours, and an empty page without a next one for a token behind the end.
 */
export function pageOf<Item>(
  items: readonly Item[],
  size: number,
  token: string | null,
  order: 'up' | 'down' = 'up',
): Page<Item> | undefined {
  const match = tokenPattern.exec(token === null ? `${order}-0` : Buffer.from(token, 'base64url').toString());
  if (match === null) return undefined;
  const direction = match[1];
  const from = Number(match[2]);
  const ordered = direction === 'down' ? items.toReversed() : items;
  const until = from + size;
  const next = until < items.length ? Buffer.from(`${direction}-${until}`).toString('base64url') : undefined;
  return { items: ordered.slice(from, until), next };
}
