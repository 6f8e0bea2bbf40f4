import { z } from 'zod';
import type { ContentHub, Reading } from '../../ports.js';
import { makeOutbound, parseBody, readFailure, type Outbound } from '../outbound.js';

export interface ContentHubSettings {
  readonly apiUrl: string;
  /** Resource id of a workspace in which the solutions are not installed. */
  readonly workspace: string;
  readonly token: Tokens;
  readonly outbound?: Outbound;
}

interface Tokens {
  /** A bearer token for the given resource; null when none can be had. */
  (resource: string): Promise<string | null>;
  /** The API did not take this one. */
  forget(resource: string, token: string): void;
}

type Page = z.infer<typeof page>;

const timeoutMs = 20_000;
const apiVersion = '2024-09-01';
const mostPages = 20;
const anyHost = 'http://relative/';

const page = z.object({
  value: z.array(z.object({ properties: z.object({ contentId: z.string(), version: z.string() }) })),
  nextLink: z.string().nullish(),
});

/** The content hub's catalog as a Sentinel workspace sees it: the version of the solution, not of an installed copy. */
export function makeContentHub(settings: ContentHubSettings): ContentHub {
  const { workspace } = settings;
  const get = makeGet(settings);
  return {
    version: async (offerKey) => {
      const filter = `properties/contentId eq '${offerKey}' and properties/contentKind eq 'Solution'`;
      let next = `${workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?api-version=${apiVersion}&$filter=${encodeURIComponent(filter)}`;
      for (let pages = 0; pages < mostPages; pages += 1) {
        const read = await get(next);
        if (read.kind !== 'read') return read;
        const { value, nextLink } = read.value;
        const found = value.find(({ properties }) => properties.contentId.toLowerCase() === offerKey);
        if (found !== undefined) return { kind: 'read', value: found.properties.version };
        if (!nextLink) return { kind: 'notFound' };
        if (!URL.canParse(nextLink, anyHost)) return unavailable('a link of another shape');
        next = pathOf(nextLink);
      }
      return unavailable('more pages than are read');
    },
  };
}

/** One page. A 404 is none: it says that there is no such workspace, and nothing of the solution. */
function makeGet({ apiUrl, token, outbound = makeOutbound({ service: 'content-hub' }) }: ContentHubSettings) {
  const resource = new URL(apiUrl).origin;
  return async function get(path: string): Promise<Exclude<Reading<Page>, { kind: 'notFound' }>> {
    const bearer = await token(resource);
    if (bearer === null) return unavailable('no token');
    const headers = { authorization: `Bearer ${bearer}` };
    const answer = await outbound.send({ method: 'GET', url: `${apiUrl}${path}`, headers, timeoutMs });
    if (answer.kind === 'answer' && answer.status === 401) token.forget(resource, bearer);
    if (answer.kind === 'noAnswer' || answer.status !== 200) return unavailable(readFailure(answer));
    const value = parseBody(answer.text, page);
    return value === null ? unavailable('an answer of another shape') : { kind: 'read', value };
  };
}

/** Links are followed on the configured host only: a token goes with them. */
function pathOf(link: string): string {
  const url = new URL(link, anyHost);
  return `${url.pathname}${url.search}`;
}

function unavailable(reason: string): { readonly kind: 'unavailable'; readonly reason: string } {
  return { kind: 'unavailable', reason };
}
