import { inCatalog } from './availability.js';
import type { Offer } from './state.js';

type Wanted = (offer: Offer) => boolean;

const byField = /^(offerId|publisherId) eq '([^']*)'$/iu;
const bySentinel =
  /^\(?categoryIds\/any\(cat: ?cat eq 'AzureSentinelSolution'\) or keywords\/any\(key: ?contains\(key, ?'f1de974b-f438-4719-b423-8bf704ba2aef'\)\)\)?$/iu;

/** Offers of the marketplace that fit a `$filter`; undefined for a filter that is not served. */
export function catalogFilter(filter: string): Wanted | undefined {
  const clauses =
    filter.trim() === '' ? [] : filter.split(/ and /iu).map((clause) => wantedBy(clause.trim()));
  const wanted = clauses.filter((clause) => clause !== undefined);
  if (wanted.length < clauses.length) return undefined;
  return (offer) => inCatalog(offer) !== undefined && wanted.every((each) => each(offer));
}

function wantedBy(clause: string): Wanted | undefined {
  if (bySentinel.test(clause)) return (offer) => offer.sentinelKeyword;
  const [, field, value = ''] = byField.exec(clause.replaceAll(/^\(|\)$/gu, '')) ?? [];
  const named = field?.toLowerCase();
  if (named === 'offerid') return (offer) => offer.offerId === value.toLowerCase();
  if (named === 'publisherid') return (offer) => offer.publisherId === value.toLowerCase();
  return undefined;
}
