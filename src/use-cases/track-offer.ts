import { noteLateness, type LatenessRule } from '../domain/lateness.js';
import { observeOffer } from '../domain/observe-offer.js';
import { newOffer, type Offer, type OfferKeyParts } from '../domain/offer.js';
import type { Clock, StatusSource } from '../ports.js';
import type { OfferStore, WatchStore } from '../store-ports.js';
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
  /** Null where Partner Center is off: the first push is the baseline then. */
  readonly source: StatusSource | null;
  readonly lateness: LatenessRule;
  readonly clock: Clock;
  /** Whether offers come from the simulator. */
  readonly simulated: boolean;
}

/** Begins to watch an offer from a baseline; one that was untracked goes on with its document and counter. */
export function makeTrackOffer({ offers, watches, source, clock, lateness, simulated }: Ports) {
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
  const firstSight = async (
    blank: Offer,
  ): Promise<Exclude<Tracked, { offer: Offer }> | { kind: 'seen'; offer: Offer; at: string | null }> => {
    if (source === null) return { kind: 'seen', offer: blank, at: null };
    const { sighting } = await source.observe(blank);
    if (sighting.kind !== 'observed') return { kind: sighting.kind };
    const { at, productId, name } = sighting.observation;
    const { offer } = observeOffer(blank, sighting.observation);
    const seen = offer === blank ? { ...blank, productId, name, observedAt: at } : offer;
    return { kind: 'seen', offer: noteLateness(seen, at, lateness, true), at };
  };
  return async function trackOffer(key: OfferKeyParts): Promise<Tracked> {
    const stored = await offers.load(key.offerKey);
    if (stored !== null) return trackAgain(stored.value);
    const blank = newOffer(key, simulated);
    const read = await firstSight(blank);
    if (read.kind !== 'seen') return read;
    const tracked = read.offer;
    if ((await offers.create(tracked)) === 'exists') return trackAgain(tracked);
    await watch(key.offerKey, read.at);
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
