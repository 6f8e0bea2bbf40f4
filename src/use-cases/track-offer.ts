import { observeOffer } from '../domain/observe-offer.js';
import { newOffer, type Offer, type OfferKeyParts } from '../domain/offer.js';
import type { Clock, OfferStore, StatusSource, WatchStore } from '../ports.js';
import { changeOffer } from './change-offer.js';
import { makeHurry } from './poll-offers.js';

export type Tracked =
  | { readonly kind: 'tracked'; readonly offer: Offer }
  | { readonly kind: 'already'; readonly offer: Offer }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'unavailable' };

interface Ports {
  readonly offers: OfferStore;
  readonly watches: WatchStore;
  readonly source: StatusSource;
  readonly clock: Clock;
  /** Whether offers come from the simulator. */
  readonly simulated: boolean;
}

/** Begins to watch an offer from a baseline; one that was untracked goes on with its document and counter. */
export function makeTrackOffer({ offers, watches, source, clock, simulated }: Ports) {
  const watch = makeHurry({ watches, clock });
  const trackAgain = async (offer: Offer): Promise<Tracked> => {
    const changed = await changeOffer(offers, offer.offerKey, (known) => ({
      next: known.tracked ? known : { ...known, tracked: true },
      result: known.tracked,
    }));
    // Of one that is tracked already too: a process may have died before it was watched.
    await watch(offer.offerKey);
    return { kind: changed?.result ? 'already' : 'tracked', offer: changed?.offer ?? offer };
  };
  return async function trackOffer(key: OfferKeyParts): Promise<Tracked> {
    const stored = await offers.load(key.offerKey);
    if (stored !== null) return trackAgain(stored.value);
    const blank = newOffer(key, simulated);
    const read = await source.observe(blank);
    if (read.kind !== 'observed') return { kind: read.kind };
    const { at, productId, name } = read.observation;
    const baseline = { ...blank, productId, name, observedAt: at };
    const { offer } = observeOffer(blank, read.observation);
    const tracked = offer === blank ? baseline : offer;
    if ((await offers.create(tracked)) === 'exists') return trackAgain(tracked);
    await watch(key.offerKey, at);
    return { kind: 'tracked', offer: tracked };
  };
}

/** Stops watching; the document and its counter stay. Null: no such offer. */
export function makeUntrackOffer({ offers }: Pick<Ports, 'offers'>) {
  return async function untrackOffer(offerKey: string): Promise<Offer | null> {
    const changed = await changeOffer(offers, offerKey, (offer) => ({
      next: offer.tracked ? { ...offer, tracked: false } : offer,
      result: null,
    }));
    return changed?.offer ?? null;
  };
}
