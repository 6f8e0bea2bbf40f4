import type { Offer } from '../domain/offer.js';
import { withTicks, type Press } from '../domain/sign-off.js';
import type { OfferStore } from '../store-ports.js';
import { changeOffer } from './change-offer.js';

/** Keeps ticks as that person's confirmations. `added` counts those that nobody had confirmed yet. Null: no such offer. */
export function makeConfirmItems({ offers }: { readonly offers: OfferStore }) {
  return async function confirmItems(
    offerKey: string,
    press: Press,
  ): Promise<{ readonly offer: Offer; readonly added: number } | null> {
    const changed = await changeOffer(offers, offerKey, (offer) => {
      const next = withTicks(offer, press);
      return { next, result: next.confirmations.length - offer.confirmations.length };
    });
    return changed === null ? null : { offer: changed.offer, added: changed.result };
  };
}
