import { confirmItems, openItems, type ChecklistItem } from './checklist.js';
import { withEvent } from './event.js';
import type { Offer } from './offer.js';
import type { SignOff } from './sign-off-record.js';
import type { Submission } from './submission.js';
import { isAdmin, type Admins, type Person } from './person.js';
import { isApprovalWaiting, positionOf, type Position } from './stage.js';

/** Somebody pressed Go live, or typed its twin. Who comes from the authenticated activity, never from the card. */
export interface Press {
  /** Null when the activity names no object id or no tenant: then nothing privileged is done. */
  readonly by: Person | null;
  /** The submission that the card was made for. */
  readonly submissionId: string;
  /** Items ticked on the card. */
  readonly ticks: readonly number[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What Partner Center says just now of a submission that may be promoted. */
export interface ReadyRead {
  readonly newestSubmissionId: string;
  readonly ready: boolean;
}

/**
 * What the gate rests on. `verified` is false where the publisher's own pipeline said so and Partner Center was not
 * asked; `tooOld`: what was pushed is older than a day; null: Partner Center could not be read.
 */
export type FreshRead = (ReadyRead & { readonly verified: boolean }) | 'tooOld' | null;

export type Refusal =
  | { readonly kind: 'noIdentity' }
  | { readonly kind: 'alreadySigned'; readonly signOff: SignOff }
  | { readonly kind: 'notApprover' }
  | { readonly kind: 'superseded'; readonly current: Submission }
  | { readonly kind: 'notWaiting'; readonly position: Position }
  | { readonly kind: 'noSubmission' }
  | { readonly kind: 'incomplete'; readonly open: readonly ChecklistItem[] }
  | { readonly kind: 'newer' }
  | { readonly kind: 'notReady' }
  | { readonly kind: 'tooOld' }
  | { readonly kind: 'unverified' };

export type Decision =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'mayAsk' }
  | { readonly kind: 'signed'; readonly offer: Offer; readonly signOff: SignOff };

/** Approvers are those named; while none is named, the admins. */
export function isApprover(offer: Offer, admins: Admins, person: Person): boolean {
  if (offer.approvers.length === 0) return isAdmin(admins, person);
  return offer.approvers.some(
    ({ objectId, tenantId }) => objectId === person.objectId && tenantId === person.tenantId,
  );
}

/** The offer with the ticks of a press kept as that person's confirmations. Ticks for another submission are not kept. */
export function withTicks(offer: Offer, press: Press): Offer {
  if (press.by === null || offer.signOff !== null) return offer;
  if (offer.current?.submissionId !== press.submissionId) return offer;
  if (!isApprovalWaiting(positionOf(offer.current.stages))) return offer;
  const confirmations = confirmItems(offer.confirmations, press.ticks, press.by, press.at);
  return confirmations === offer.confirmations ? offer : { ...offer, confirmations };
}

/** The gate before Partner Center is asked, in its order: identity, already decided, policy, submission, checklist. */
export function checkPress(offer: Offer, press: Press, admins: Admins): Decision {
  if (press.by === null) return refuse({ kind: 'noIdentity' });
  const current = offer.current;
  if (current === null) return refuse({ kind: 'noSubmission' });
  if (offer.signOff?.submissionId === press.submissionId)
    return refuse({ kind: 'alreadySigned', signOff: offer.signOff });
  if (!isApprover(offer, admins, press.by)) return refuse({ kind: 'notApprover' });
  if (current.submissionId !== press.submissionId) return refuse({ kind: 'superseded', current });
  const position = positionOf(current.stages);
  if (!isApprovalWaiting(position)) return refuse({ kind: 'notWaiting', position });
  const open = openItems(offer.confirmations);
  return open.length > 0 ? refuse({ kind: 'incomplete', open }) : { kind: 'mayAsk' };
}

/** The whole gate with a fresh read; `signed` carries the offer to save in one replace. */
export function decideSignOff(offer: Offer, press: Press, admins: Admins, fresh: FreshRead): Decision {
  const before = checkPress(offer, press, admins);
  if (before.kind !== 'mayAsk' || press.by === null || offer.current === null) return before;
  if (fresh === null) return refuse({ kind: 'unverified' });
  if (fresh === 'tooOld') return refuse({ kind: 'tooOld' });
  if (fresh.newestSubmissionId !== press.submissionId) return refuse({ kind: 'newer' });
  if (!fresh.ready) return refuse({ kind: 'notReady' });
  const { submissionId, releaseNumber, version, stages } = offer.current;
  const { at, by } = press;
  const signOff: SignOff = {
    submissionId,
    releaseNumber,
    version,
    by,
    at,
    confirmations: offer.confirmations,
    verified: fresh.verified,
  };
  const signed: Offer = {
    ...offer,
    signOff,
    goLive: { submissionId, state: 'signed', dueAt: null, since: at, goodReads: 0 },
  };
  const to = positionOf(stages);
  const told = withEvent(signed, offer.current, {
    kind: 'signed',
    at,
    from: null,
    to,
    movement: 'none',
    signOff,
  });
  return { kind: 'signed', offer: told, signOff };
}

/** The last six digits of the submission id: guards the typed way against the wrong card; it is no secret. */
export function codeOf(submissionId: string): string {
  return submissionId.slice(-6);
}

function refuse(refusal: Refusal): Decision {
  return { kind: 'refused', refusal };
}
