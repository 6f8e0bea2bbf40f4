import type { OfferEvent } from '../../src/domain/offer-event.js';
import { withEvent, type EventFacts } from '../../src/domain/event.js';
import type { Offer } from '../../src/domain/offer.js';
import type { SignOff } from '../../src/domain/sign-off-record.js';
import { movementBetween, positionOf, type Stage, type StageStatus } from '../../src/domain/stage.js';
import { at, person, stagesAt } from './build.js';

/** The offer moved on to a position, with the event of it pending. */
export function movedTo(offer: Offer, stage: Stage, status: StageStatus): Offer {
  if (offer.current === null) throw new Error('the sample offer has no submission');
  const current = { ...offer.current, stages: stagesAt(stage, status) };
  const [from, to] = [positionOf(offer.current.stages), { stage, status }];
  const movement = movementBetween(from, to);
  return withFacts({ ...offer, current }, { kind: 'moved', at: at(offer.seq), from, to, movement });
}

/** The offer with one more pending event about its newest submission. */
export function withFacts(offer: Offer, facts: Partial<EventFacts>): Offer {
  if (offer.current === null) throw new Error('the sample offer has no submission');
  const to = positionOf(offer.current.stages);
  const plain: EventFacts = { kind: 'moved', at: at(offer.seq), from: null, to, movement: 'none' };
  return withEvent(offer, offer.current, { ...plain, ...facts });
}

/** The last event of an offer that is still pending. */
export function lastEvent({ pending }: Offer): OfferEvent {
  const last = pending.at(-1);
  if (last === undefined) throw new Error('the sample offer has no pending event');
  return last;
}

/** The sign-off of the offer's newest submission by somebody. */
export function signOffOf(offer: Offer, role = 'approver'): SignOff {
  if (offer.current === null) throw new Error('the sample offer has no submission');
  const { submissionId, releaseNumber, version } = offer.current;
  const { confirmations } = offer;
  return { submissionId, releaseNumber, version, by: person(role), at: at(1), confirmations, verified: true };
}
