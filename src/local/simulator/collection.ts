import { apiError, ok, type Answer, type Call } from './call.js';
import { pageOf } from './paging.js';

interface Listing {
  readonly size?: number;
  readonly order?: 'up' | 'down';
}

/** A page of a collection, the next one named relative to the host as Partner Center does. Only what is on it is shown. */
export function collection<Item>(
  items: readonly Item[],
  call: Call,
  show: (item: Item) => unknown,
  { size = 1, order }: Listing = {},
): Answer {
  const token = call.query.get('$skipToken');
  const page = pageOf(items, size, token, order);
  if (page === undefined) return apiError(400, 'The skip token is not valid.');
  if (token !== null && page.items.length === 0) return apiError(404, 'The page was not found.');
  const value = page.items.map((item) => show(item));
  return page.next === undefined ? ok({ value }) : ok({ value, nextLink: linkTo(call, page.next) });
}

/** This same call, with another token. */
export function linkTo(call: Call, skipToken: string): string {
  const query = new URLSearchParams(call.query);
  query.delete('$skipToken');
  const kept = [...query].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${call.path.replace(/^\/+/u, '')}?${[...kept, `$skipToken=${skipToken}`].join('&')}`;
}
