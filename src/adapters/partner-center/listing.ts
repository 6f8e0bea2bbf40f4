import type { ZodType } from 'zod';
import type { Reading } from '../../ports.js';
import type { CallAnswer } from './call.js';
import { readingOf } from './reading.js';
import { pageOf } from './schema.js';

const mostPages = 50;
/** Links come relative to the host: it stands for whatever host there is. */
const anyHost = 'http://relative/';

/** All items of all pages, or none: a listing that breaks off would hide what is behind. */
export async function readPages<T>(
  get: (path: string) => Promise<CallAnswer>,
  firstPath: string,
  item: ZodType<T>,
): Promise<Reading<readonly T[]>> {
  const found: T[] = [];
  let next = firstPath;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await get(next);
    const read = readingOf(answer, pageOf(item));
    // The link to a page after the last one is known to answer 404; without any page there is no such list.
    if (read.kind === 'notFound' && page > 0) return { kind: 'read', value: found };
    if (read.kind !== 'read') return read;
    found.push(...read.value.value);
    const link = read.value.nextLink ?? read.value['@odata.nextLink'];
    if (!link) return { kind: 'read', value: found };
    if (!URL.canParse(link, anyHost)) return { kind: 'unavailable', reason: 'a link of another shape' };
    next = pathOf(link);
  }
  return { kind: 'unavailable', reason: 'more pages than are read' };
}

/** Links are followed on the configured host only, whatever host they name: a token goes with them. */
function pathOf(link: string): string {
  const url = new URL(link, anyHost);
  return `${url.pathname}${url.search}`;
}
