import { z } from 'zod';
import type { Catalog } from '../../ports.js';
import { parseBody, sendOutbound } from '../outbound.js';

export interface ContentHubSettings {
  readonly apiUrl: string;
  /** Resource id of a workspace in which the solutions are not installed. */
  readonly workspace: string;
  /** A bearer token for the given resource; null when none can be had. */
  readonly token: (resource: string) => Promise<string | null>;
}

const timeoutMs = 20_000;
const apiVersion = '2024-09-01';
const mostPages = 20;

const page = z.object({
  value: z.array(z.object({ properties: z.object({ contentId: z.string(), version: z.string() }) })),
  nextLink: z.string().nullish(),
});

/** The content hub's catalog as a Sentinel workspace sees it: the version of the solution, not of an installed copy. */
export function makeContentHub({ apiUrl, workspace, token }: ContentHubSettings): Catalog {
  const get = async (path: string): Promise<z.infer<typeof page> | null> => {
    const bearer = await token(new URL(apiUrl).origin);
    if (bearer === null) return null;
    const headers = { authorization: `Bearer ${bearer}` };
    const answer = await sendOutbound({ method: 'GET', url: `${apiUrl}${path}`, headers, timeoutMs });
    return answer.kind === 'answer' && answer.status === 200 ? parseBody(answer.text, page) : null;
  };
  return {
    versionOf: async (offerKey) => {
      const filter = `properties/contentId eq '${offerKey}' and properties/contentKind eq 'Solution'`;
      let next: string | null =
        `${workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?api-version=${apiVersion}&$filter=${encodeURIComponent(filter)}`;
      for (let pages = 0; next !== null && pages < mostPages; pages += 1) {
        const read: z.infer<typeof page> | null = await get(next);
        const found = read?.value.find(({ properties }) => properties.contentId.toLowerCase() === offerKey);
        if (found !== undefined) return found.properties.version;
        next = pathOf(read?.nextLink ?? null);
      }
      return null;
    },
  };
}

/** Links are followed on the configured host only: a token goes with them. */
function pathOf(link: string | null): string | null {
  if (!link || !URL.canParse(link, 'http://relative/')) return null;
  const url = new URL(link, 'http://relative/');
  return `${url.pathname}${url.search}`;
}
