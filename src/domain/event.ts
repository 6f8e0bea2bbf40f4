import type { OfferEvent } from './offer-event.js';
import type { Offer } from './offer.js';
import type { Submission } from './submission.js';
import { hasPassed, isApprovalWaiting, type Position } from './stage.js';

export type Importance = 'actionNeeded' | 'milestone' | 'detail';

/** What an event is about, before it gets its number. */
export type EventFacts = Pick<OfferEvent, 'kind' | 'at' | 'from' | 'to' | 'movement'> &
  Partial<Pick<OfferEvent, 'replaces' | 'remarks' | 'detail' | 'signOff' | 'goLive'>>;

/** The offer with one more pending event; the only place where numbers are given. */
export function withEvent(offer: Offer, submission: Submission, facts: EventFacts): Offer {
  const seq = offer.seq + 1;
  const event: OfferEvent = {
    replaces: null,
    remarks: [],
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
    case 'late':
    case 'gone':
      return 'actionNeeded';
    case 'goLive':
      return event.goLive === 'accepted' ? 'detail' : 'actionNeeded';
    case 'resubmitted':
      return importanceOfNew(event);
    case 'moved':
      return importanceOfPosition(event.to);
  }
}

function importanceOfNew({ to, remarks }: OfferEvent): Importance {
  if (remarks.includes('autoPromote')) return 'actionNeeded';
  const importance = importanceOfPosition(to);
  return importance === 'detail' && remarks.includes('unsigned') ? 'milestone' : importance;
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
