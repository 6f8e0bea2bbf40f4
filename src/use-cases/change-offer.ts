import type { Offer } from '../domain/offer.js';
import type { OfferStore } from '../store-ports.js';

/** What is to become of an offer; returning the very same offer saves nothing. */
export type Change<Result> = (offer: Offer) => { readonly next: Offer; readonly result: Result };

export interface Changed<Result> {
  readonly offer: Offer;
  readonly result: Result;
}

/** Load, decide, replace with If-Match; the loser decides anew on what the winner saved. Null: no such offer. */
export async function changeOffer<Result>(
  offers: OfferStore,
  offerKey: string,
  change: Change<Result>,
): Promise<Changed<Result> | null> {
  let stored = await offers.load(offerKey);
  while (stored !== null) {
    const { next, result } = change(stored.value);
    if (next === stored.value) return { offer: next, result };
    const saved = await offers.replace(stored, next);
    if (saved !== null) return { offer: saved.value, result };
    stored = await offers.load(offerKey, stored.etag);
  }
  return null;
}
