import type { Marketplace } from '../../ports.js';
import { makeOutbound, parseBody, readFailure, type Outbound, type OutboundAnswer } from '../outbound.js';
import { listingObstacles } from './obstacles.js';
import { catalogOffer, template, type CatalogOffer } from './schema.js';

const timeoutMs = 10_000;
const apiVersion = '2018-08-01-beta';

/** The public marketplace catalog, read without signing in: the version stands in the plan's deployment template. */
export function makeMarketplaceCatalog(
  catalogUrl: string,
  outbound: Outbound = makeOutbound({ service: 'marketplace' }),
): Marketplace {
  const get = (url: string): Promise<OutboundAnswer> => outbound.send({ method: 'GET', url, timeoutMs });

  const versionOf = async (listing: CatalogOffer): Promise<string | null> => {
    const artifacts = listing.plans?.flatMap((plan) => plan.artifacts ?? []) ?? [];
    const uri = artifacts.find(({ name }) => name === 'DefaultTemplate')?.uri;
    if (uri === undefined || !mayFetch(uri, catalogUrl)) return null;
    const answer = await get(uri);
    if (answer.kind !== 'answer' || answer.status !== 200) return null;
    return parseBody(answer.text, template)?.variables._solutionVersion ?? null;
  };

  return {
    listing: async (offerKey) => {
      const url = `${catalogUrl}/offers/${encodeURIComponent(offerKey)}?api-version=${apiVersion}`;
      const answer = await get(url);
      if (answer.kind === 'answer' && answer.status === 404) return { kind: 'notFound' };
      if (answer.kind === 'noAnswer' || answer.status !== 200) {
        return { kind: 'unavailable', reason: readFailure(answer) };
      }
      const listing = parseBody(answer.text, catalogOffer);
      if (listing === null) return { kind: 'unavailable', reason: 'an answer of another shape' };
      const obstacles = listingObstacles(listing);
      return { kind: 'read', value: { version: await versionOf(listing), obstacles } };
    },
  };
}

/** The link comes from outside: https only, or the very host that was configured. */
function mayFetch(uri: string, catalogUrl: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, origin } = new URL(uri);
  return protocol === 'https:' || origin === new URL(catalogUrl).origin;
}
