import { productId } from './packages.js';
import { offerKey, type Offer } from './state.js';

export type Named = 'productId' | 'offerKey' | 'offerId';

/** The places of the offers with a name, whatever its case. */
export type Directory = (by: Named, name: string) => readonly number[];

/** Made once: an offer keeps its place and its names for good, however it changes. */
export function createDirectory(offers: readonly Offer[]): Directory {
  const places = {
    productId: new Map<string, number[]>(),
    offerKey: new Map<string, number[]>(),
    offerId: new Map<string, number[]>(),
  };
  offers.forEach((offer, place) => {
    add(places.productId, productId(offer), place);
    add(places.offerKey, offerKey(offer), place);
    add(places.offerId, offer.offerId, place);
  });
  return (by, name) => places[by].get(name.toLowerCase()) ?? [];
}

function add(places: Map<string, number[]>, name: string, place: number): void {
  const known = places.get(name.toLowerCase());
  if (known === undefined) places.set(name.toLowerCase(), [place]);
  else known.push(place);
}
