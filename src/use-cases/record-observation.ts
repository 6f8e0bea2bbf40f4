import { noteLateness, type LatenessRule } from '../domain/lateness.js';
import { lacksCurrent, markCancelled, markGone, readsThatProve } from '../domain/missing.js';
import type { Observation } from '../domain/observation.js';
import { observeOffer } from '../domain/observe-offer.js';
import type { OfferEvent } from '../domain/offer-event.js';
import type { Offer } from '../domain/offer.js';
import type { Clock } from '../ports.js';
import type { OfferStore } from '../store-ports.js';
import { changeOffer } from './change-offer.js';

export interface Recorded {
  readonly offer: Offer;
  /** Good reads in a row, this one included, that missed the submission under way. */
  readonly misses: number;
}

interface Ports {
  readonly offers: OfferStore;
  readonly clock: Clock;
  readonly lateness: LatenessRule;
  /** Told when an offer has something to announce. */
  readonly announce: (offerKey: string) => void;
}

/** One sighting in, one decision, one write. Null: no such offer. */
export function makeRecordObservation({ offers, clock, lateness, announce }: Ports) {
  return async function recordObservation(
    offerKey: string,
    seen: Observation,
    missesBefore: number,
  ): Promise<Recorded | null> {
    const changed = await changeOffer(offers, offerKey, (offer) => {
      const misses = lacksCurrent(offer, seen) ? missesBefore + 1 : 0;
      const observed = observeOffer(offer, seen).offer;
      const proved = misses >= readsThatProve ? markCancelled(observed, seen.at) : observed;
      const judged = noteLateness(proved, clock.now(), lateness, false);
      const late = judged.pending.slice(proved.pending.length);
      return { next: isAboutAll(seen, proved, late) ? judged : proved, result: misses };
    });
    if (changed === null) return null;
    if (changed.offer.pending.length > 0) announce(offerKey);
    return { offer: changed.offer, misses: changed.result };
  };
}

/** Of what a sighting does not list, and of what is newer than itself, it does not say that it is late. */
function isAboutAll(seen: Observation, { observedAt }: Offer, events: readonly OfferEvent[]): boolean {
  const listed = seen.submissions.map(({ submissionId }) => submissionId);
  return seen.at >= (observedAt ?? '') && events.every(({ submissionId }) => listed.includes(submissionId));
}

/** The source answered and does not know the offer: believed after some good reads in a row. */
export function makeRecordMissing({ offers, clock, announce }: Omit<Ports, 'lateness'>) {
  return async function recordMissing(offerKey: string, missesBefore: number): Promise<number> {
    const misses = missesBefore + 1;
    if (misses < readsThatProve) return misses;
    const changed = await changeOffer(offers, offerKey, (offer) => ({
      next: markGone(offer, clock.now()),
      result: null,
    }));
    if (changed !== null && changed.offer.pending.length > 0) announce(offerKey);
    return misses;
  };
}
