import { withEvent } from './event.js';
import { secondsAfter } from './instant.js';
import type { Offer } from './offer.js';
import type { GoLive, GoLiveState } from './go-live-state.js';
import type { Submission } from './submission.js';
import { hasPassed, positionOf } from './stage.js';

/** What came of asking Partner Center to go live. */
export type PromoteOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown' };

/** What a read showed while the outcome was unknown. `unavailable` is no good read and settles nothing. */
export type Readiness = 'ready' | 'movedOn' | 'unavailable';

const promoteLeaseSeconds = 60;
const readEverySeconds = 300;
const readsThatSettle = 3;

/** Sets the state of a go-live. `dueAt` null: nothing to do but watch. */
export function withGoLive(offer: Offer, state: GoLiveState, at: string, dueAt: string | null): Offer {
  if (offer.goLive === null) return offer;
  return { ...offer, goLive: { ...offer.goLive, state, since: at, dueAt, goodReads: 0 } };
}

/**
 * The offer once its events up to `lastSeq` were announced: they leave it, and a sign-off among them, whose audit
 * record is written by then, is `recorded`. Only then may Partner Center be asked.
 */
export function afterAnnouncing(offer: Offer, lastSeq: number, promote: boolean, at: string): Offer {
  const announced = offer.pending.filter(({ seq }) => seq <= lastSeq);
  if (announced.length === 0) return offer;
  const rest: Offer = { ...offer, pending: offer.pending.filter(({ seq }) => seq > lastSeq) };
  const signed = offer.goLive?.state === 'signed' ? offer.goLive : null;
  const recorded = announced.some(
    ({ kind, submissionId }) => kind === 'signed' && submissionId === signed?.submissionId,
  );
  return recorded ? withGoLive(rest, 'recorded', at, promote ? at : null) : rest;
}

/** Claims the one call to Partner Center; null when it is not to be made, or somebody is making it. */
export function startPromote(offer: Offer, at: string): Offer | null {
  const goLive = offer.goLive;
  if (goLive?.state !== 'recorded' || !isDue(goLive, at)) return null;
  return withGoLive(offer, 'promoteStarted', at, secondsAfter(at, promoteLeaseSeconds));
}

/** A call that was begun and whose end nobody saved: its outcome is unknown, and it is never repeated. */
export function abandonPromote(offer: Offer, at: string): Offer {
  const goLive = offer.goLive;
  const overdue = goLive?.state === 'promoteStarted' && isDue(goLive, at);
  return overdue ? settlePromote(offer, { kind: 'unknown' }, at) : offer;
}

/** What the answer of Partner Center makes of the offer; a refusal releases the sign-off. */
export function settlePromote(offer: Offer, outcome: PromoteOutcome, at: string): Offer {
  if (offer.goLive?.state !== 'promoteStarted' && offer.goLive?.state !== 'unknown') return offer;
  switch (outcome.kind) {
    case 'accepted':
      return tell(withGoLive(offer, 'accepted', at, null), 'accepted', at, null);
    case 'refused':
      return tell(release(withGoLive(offer, 'refused', at, null)), 'refused', at, outcome.reason);
    case 'unknown':
      if (offer.goLive.state === 'unknown') return offer;
      return tell(withGoLive(offer, 'unknown', at, at), 'unknown', at, null);
  }
}

/**
 * One read while the outcome is unknown. Three good reads over ten minutes that still show the submission
 * waiting settle it as not taken: only then may a person press again. Reads that come before the next is due, by
 * another replica, are not counted.
 */
export function settleUnknown(offer: Offer, readiness: Readiness, at: string): Offer {
  const goLive = offer.goLive;
  if (goLive?.state !== 'unknown') return offer;
  if (readiness === 'movedOn') return settlePromote(offer, { kind: 'accepted' }, at);
  if (!isDue(goLive, at)) return offer;
  const dueAt = secondsAfter(at, readEverySeconds);
  if (readiness === 'unavailable') return { ...offer, goLive: { ...goLive, dueAt } };
  const goodReads = goLive.goodReads + 1;
  if (goodReads < readsThatSettle) return { ...offer, goLive: { ...goLive, goodReads, dueAt } };
  return tell(release(withGoLive(offer, 'notTaken', at, null)), 'notTaken', at, null);
}

/** What an observation says about a go-live: Partner Center moved on, or the offer is live. */
export function movedOn(offer: Offer, submission: Submission, at: string): Offer {
  const goLive = offer.goLive;
  if (goLive?.submissionId !== submission.submissionId) return offer;
  const state = stateSeen(submission);
  return state === null || state === goLive.state ? offer : withGoLive(offer, state, at, null);
}

function stateSeen(submission: Submission): 'publishing' | 'live' | null {
  if (hasPassed(submission.stages, 'publishing')) return 'live';
  return hasPassed(submission.stages, 'publisherApproval') ? 'publishing' : null;
}

function isDue({ dueAt }: GoLive, at: string): boolean {
  return dueAt !== null && dueAt <= at;
}

function release(offer: Offer): Offer {
  return { ...offer, signOff: null };
}

function tell(offer: Offer, goLive: GoLiveState, at: string, detail: string | null): Offer {
  if (offer.current === null) return offer;
  const to = positionOf(offer.current.stages);
  return withEvent(offer, offer.current, {
    kind: 'goLive',
    at,
    from: null,
    to,
    movement: 'none',
    detail,
    goLive,
  });
}
