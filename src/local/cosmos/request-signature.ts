import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const TOKEN = /^type=master&ver=1\.0&sig=(.+)$/;

/** Whether the request carries a token that was signed with the account key, by the rules of Cosmos DB. */
export function isSignedWith(key: Buffer, request: IncomingMessage): boolean {
  try {
    const signature = TOKEN.exec(decodeURIComponent(request.headers.authorization ?? ''))?.[1];
    if (signature === undefined) return false;
    const given = Buffer.from(signature, 'base64');
    const expected = createHmac('sha256', key).update(signedText(request)).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  } catch {
    // a token or a path that is not well-formed percent-encoding
    return false;
  }
}

function signedText(request: IncomingMessage): string {
  const { type, link } = resourceOf(request.url ?? '');
  const date = String(request.headers['x-ms-date'] ?? '');
  return `${[request.method, type].join('\n').toLowerCase()}\n${link}\n${date.toLowerCase()}\n\n`;
}

/** A path of pairs (type, id) names an item; one that ends with a type names the feed below the item before it. */
function resourceOf(url: string): { type: string; link: string } {
  const [pathname = ''] = url.split('?');
  const segments = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const isFeed = segments.length % 2 === 1;
  return {
    type: segments.at(isFeed ? -1 : -2) ?? '',
    link: (isFeed ? segments.slice(0, -1) : segments).join('/'),
  };
}
