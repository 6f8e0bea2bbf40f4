import { wentLive, withEvent } from './event.js';
import type { Observation } from './observation.js';
import type { Offer } from './offer.js';
import { positionOf } from './stage.js';

/** How many good reads in a row must miss a thing before it is believed to be gone. */
export const readsThatProve = 3;

/**
 * Whether a good read that lists older submissions misses the one under way: its publish may have been cancelled.
 * An empty list proves nothing: the service has answered so by mistake.
 */
export function lacksCurrent(offer: Offer, seen: Observation): boolean {
  const { current } = offer;
  if (current === null || wentLive(current) || seen.submissions.length === 0) return false;
  return seen.submissions.every(({ releaseNumber }) => releaseNumber < current.releaseNumber);
}

/** The submission under way is not there any more: somebody cancelled its publish. */
export function markCancelled(offer: Offer, at: string): Offer {
  const { current } = offer;
  if (current === null || wentLive(current)) return offer;
  const from = positionOf(current.stages);
  if (from.status === 'cancelled') return offer;
  const stages = current.stages.map((state) =>
    state.stage === from.stage ? { ...state, status: 'cancelled' as const, endedAt: at } : state,
  );
  const cancelled = { ...current, stages };
  const to = positionOf(stages);
  const next: Offer = { ...offer, current: cancelled, signOff: null, goLive: null, observedAt: at };
  return withEvent(next, cancelled, { kind: 'moved', at, from, to, movement: 'status' });
}

/** Partner Center does not know the offer any more; told once, of a submission that was known. */
export function markGone(offer: Offer, at: string): Offer {
  if (offer.gone) return offer;
  const gone: Offer = { ...offer, gone: true };
  if (offer.current === null) return gone;
  const to = positionOf(offer.current.stages);
  return withEvent(gone, offer.current, { kind: 'gone', at, from: null, to, movement: 'none' });
}
