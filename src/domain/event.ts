import type { GoLiveState, Offer, SignOff, Submission } from './offer.js';
import { hasPassed, isApprovalWaiting, type Movement, type Position } from './stage.js';

/**
 * What a change gives to tell. `moved`: a submission's position changed; `resubmitted`: a newer submission took
 * its place; `unsigned`: it went live without a sign-off here; `autoPromote`: Partner Center will go live by
 * itself; `signed`: the publisher's sign-off; `goLive`: what became of asking Partner Center.
 */
export type EventKind = 'moved' | 'resubmitted' | 'unsigned' | 'autoPromote' | 'signed' | 'goLive';

export interface OfferEvent {
  readonly seq: number;
  readonly kind: EventKind;
  readonly offerKey: string;
  readonly submissionId: string;
  readonly releaseNumber: number;
  readonly version: string | null;
  /** When it was seen or decided. ISO 8601, UTC. */
  readonly at: string;
  readonly from: Position | null;
  readonly to: Position;
  readonly movement: Movement;
  /** The submission that this one replaced. */
  readonly replaces: string | null;
  /** Why a stage failed or Partner Center refused: outside text. */
  readonly detail: string | null;
  /** The whole record, so that announcing can write the audit document. */
  readonly signOff: SignOff | null;
  readonly goLive: GoLiveState | null;
}

export type Importance = 'actionNeeded' | 'milestone' | 'detail';

/** What an event is about, before it gets its number. */
export type EventFacts = Pick<OfferEvent, 'kind' | 'at' | 'from' | 'to' | 'movement'> &
  Partial<Pick<OfferEvent, 'replaces' | 'detail' | 'signOff' | 'goLive'>>;

/** The offer with one more pending event; the only place where numbers are given. */
export function withEvent(offer: Offer, submission: Submission, facts: EventFacts): Offer {
  const seq = offer.seq + 1;
  const event: OfferEvent = {
    replaces: null,
    detail: null,
    signOff: null,
    goLive: null,
    ...facts,
    seq,
    offerKey: offer.offerKey,
    submissionId: submission.submissionId,
    releaseNumber: submission.releaseNumber,
    version: submission.version,
  };
  return { ...offer, seq, pending: [...offer.pending, event] };
}

/** Somebody must act: an approval waits, something failed, Partner Center goes live by itself or did not. */
export function importanceOf(event: OfferEvent): Importance {
  switch (event.kind) {
    case 'signed':
      return 'milestone';
    case 'unsigned':
      return importanceOfPosition(event.to) === 'actionNeeded' ? 'actionNeeded' : 'milestone';
    case 'autoPromote':
      return 'actionNeeded';
    case 'goLive':
      return event.goLive === 'accepted' ? 'detail' : 'actionNeeded';
    case 'resubmitted':
    case 'moved':
      return importanceOfPosition(event.to);
  }
}

function importanceOfPosition(to: Position): Importance {
  if (to.status === 'failed' || to.status === 'cancelled') return 'actionNeeded';
  if (isApprovalWaiting(to)) return 'actionNeeded';
  return to.stage === 'contentHub' ? 'milestone' : 'detail';
}

/** Whether people should be asked to sign: the submission waits and nobody has signed. */
export function asksForApproval(event: OfferEvent): boolean {
  return (event.kind === 'moved' || event.kind === 'resubmitted') && isApprovalWaiting(event.to);
}

export function wentLive(submission: Submission): boolean {
  return hasPassed(submission.stages, 'publishing');
}
