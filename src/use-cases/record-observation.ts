import type { OfferEvent } from '../domain/event.js';
import { observeOffer, type Observation } from '../domain/observe-offer.js';
import type { Offer } from '../domain/offer.js';
import type { OfferStore } from '../ports.js';
import { changeOffer } from './change-offer.js';

export interface Recorded {
  readonly offer: Offer;
  readonly events: readonly OfferEvent[];
}

/** One sighting in, one decision, one write. Null: no such offer. */
export function makeRecordObservation({ offers }: { readonly offers: OfferStore }) {
  return async function recordObservation(offerKey: string, seen: Observation): Promise<Recorded | null> {
    const changed = await changeOffer(offers, offerKey, (offer) => {
      const { offer: next, events } = observeOffer(offer, seen);
      return { next, result: events };
    });
    return changed === null ? null : { offer: changed.offer, events: changed.result };
  };
}
