import Fuse from 'fuse.js';
import type { OfferSighting } from '../domain/picture.js';
import type { OfferStore } from '../store-ports.js';

export type Found =
  | { readonly kind: 'one'; readonly sighting: OfferSighting }
  | { readonly kind: 'several'; readonly sightings: readonly OfferSighting[] }
  | { readonly kind: 'none'; readonly nearest: readonly OfferSighting[] };

const mostNearest = 3;
/** Fuse's score from 0 (the same) to 1: what is farther off is no typing error. */
const farthest = 0.45;

/** Every tracked offer with its freshness, in one query. */
export function makeListOffers({ offers }: { readonly offers: OfferStore }) {
  return async function listOffers(): Promise<readonly OfferSighting[]> {
    const tracked = await offers.listTracked();
    return tracked.map(({ offer, watch }) => ({
      offer,
      freshness: { checkedAt: watch?.checkedAt ?? null, stale: (watch?.failures ?? 0) > 0 },
    }));
  };
}

/** Finds an offer by `publisher.offer`, offer id, name, part of a name, or a link in Partner Center or the marketplace. */
export function makeFindOffer(ports: { readonly offers: OfferStore }) {
  const listOffers = makeListOffers(ports);
  return async function findOffer(asked: string): Promise<Found> {
    return pickOffer(await listOffers(), asked);
  };
}

function pickOffer(sightings: readonly OfferSighting[], asked: string): Found {
  const wanted = (linkedId(asked) ?? asked).trim().toLowerCase();
  const exact = sightings.filter(({ offer }) => namesOf(offer).includes(wanted));
  if (exact.length > 0) return oneOf(exact);
  const partly =
    wanted === ''
      ? []
      : sightings.filter(({ offer }) => `${offer.offerId}\n${offer.name}`.toLowerCase().includes(wanted));
  if (partly.length > 0) return oneOf(partly);
  return { kind: 'none', nearest: nearestTo(sightings, wanted) };
}

function oneOf(hits: readonly OfferSighting[]): Found {
  const [first, ...others] = hits;
  return first !== undefined && others.length === 0
    ? { kind: 'one', sighting: first }
    : { kind: 'several', sightings: hits };
}

function namesOf(offer: OfferSighting['offer']): readonly string[] {
  const names = [offer.offerKey, offer.offerId, offer.name.toLowerCase()];
  return offer.productId === null ? names : [...names, offer.productId.toLowerCase()];
}

function nearestTo(sightings: readonly OfferSighting[], wanted: string): readonly OfferSighting[] {
  const fuse = new Fuse(sightings, {
    keys: ['offer.offerKey', 'offer.name'],
    ignoreLocation: true,
    includeScore: true,
  });
  const hits = fuse.search(wanted).filter(({ score }) => score !== undefined && score <= farthest);
  return (hits.length > 0 ? hits.map(({ item }) => item) : sightings).slice(0, mostNearest);
}

/** The product GUID in a Partner Center link, or `publisher.offer` in a marketplace link. */
function linkedId(text: string): string | null {
  const inPartnerCenter = /partner\.microsoft\.com\/\S*\/offers\/([0-9a-f-]{36})/i.exec(text);
  const inMarketplace = /marketplace\S*\/(?:apps|product\/[^/\s]+)\/([a-z0-9_-]+\.[a-z0-9_-]+)/i.exec(text);
  return inPartnerCenter?.[1] ?? inMarketplace?.[1] ?? null;
}
