import { z } from 'zod';
import type { Catalog } from '../../ports.js';
import { parseBody, sendOutbound } from '../outbound.js';

const timeoutMs = 10_000;

const listing = z.object({
  plans: z
    .array(z.object({ artifacts: z.array(z.object({ name: z.string(), uri: z.string() })).nullish() }))
    .nullish(),
});

const template = z.object({ variables: z.object({ _solutionVersion: z.string() }) });

/** The public marketplace catalog, read without signing in: the version stands in the plan's deployment template. */
export function makeMarketplaceCatalog(catalogUrl: string): Catalog {
  const get = async (url: string): Promise<string | null> => {
    const answer = await sendOutbound({ method: 'GET', url, timeoutMs });
    return answer.kind === 'answer' && answer.status === 200 ? answer.text : null;
  };
  return {
    versionOf: async (offerKey) => {
      const found = await get(
        `${catalogUrl}/offers/${encodeURIComponent(offerKey)}?api-version=2018-08-01-beta`,
      );
      const uri = found === null ? null : templateUri(found);
      if (uri === null || !mayFetch(uri, catalogUrl)) return null;
      const text = await get(uri);
      return text === null ? null : (parseBody(text, template)?.variables._solutionVersion ?? null);
    },
  };
}

function templateUri(text: string): string | null {
  const artifacts = parseBody(text, listing)?.plans?.flatMap((plan) => plan.artifacts ?? []) ?? [];
  return artifacts.find(({ name }) => name === 'DefaultTemplate')?.uri ?? null;
}

/** The link comes from outside: https only, or the very host that was configured. */
function mayFetch(uri: string, catalogUrl: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, origin } = new URL(uri);
  return protocol === 'https:' || origin === new URL(catalogUrl).origin;
}
