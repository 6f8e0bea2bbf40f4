import type { Observation } from './observation.js';
import { wentLive, withEvent } from './event.js';
import type { Obstacle } from './obstacle.js';
import type { EventRemark, OfferEvent } from './offer-event.js';
import { movedOn } from './go-live.js';
import { submissionOf, type Offer } from './offer.js';
import type { Submission } from './submission.js';
import { mergeSubmission, type SeenSubmission } from './seen-submission.js';
import { hasPassed, movementBetween, positionOf } from './stage.js';

export interface Observed {
  readonly offer: Offer;
  readonly events: readonly OfferEvent[];
}

/**
 * What a sighting makes of an offer. The first one is a baseline and no news; one that is older than the last
 * change or confirms what is known returns the very same offer. One that does not list the newest submission
 * leaves it as it is known, and is still heard about the live one.
 */
export function observeOffer(offer: Offer, seen: Observation): Observed {
  const newest = highest(offer.current === null ? seen.submissions : [...seen.submissions, offer.current]);
  if (newest === null || isStale(offer, seen)) return { offer, events: [] };
  const read: Offer = {
    ...offer,
    productId: seen.productId ?? offer.productId,
    name: seen.name,
    observedAt: seen.at,
    marketplaceVersion: seen.marketplace?.version ?? offer.marketplaceVersion,
    obstacles: obstaclesAfter(offer, seen),
    gone: false,
  };
  const next = withLive(withCurrent(read, newest, seen, offer.observedAt === null), offer, newest, seen);
  if (isSame(offer, next)) return { offer, events: [] };
  return { offer: next, events: next.pending.slice(offer.pending.length) };
}

/** A sighting that only confirms what is known gives nothing to save. */
function isSame(before: Offer, after: Offer): boolean {
  return JSON.stringify({ ...after, observedAt: before.observedAt }) === JSON.stringify(before);
}

/** What the plans and the listing show, each as last read. */
function obstaclesAfter(offer: Offer, seen: Observation): readonly Obstacle[] {
  const ofPlans = (obstacle: Obstacle): boolean => obstacle === 'notSolutionTemplate';
  const plans = seen.obstacles ?? offer.obstacles.filter(ofPlans);
  const listing = seen.marketplace?.obstacles ?? offer.obstacles.filter((obstacle) => !ofPlans(obstacle));
  return [...plans, ...listing];
}

function isStale({ observedAt }: Offer, seen: Observation): boolean {
  return observedAt !== null && seen.at <= observedAt;
}

function withCurrent(offer: Offer, newest: SeenSubmission, seen: Observation, firstSight: boolean): Offer {
  const before = offer.current;
  if (before?.submissionId === newest.submissionId)
    return withProgress(offer, before, mergeSubmission(before, newest, seen, false), seen.at);
  return firstSight
    ? { ...offer, current: mergeSubmission(null, newest, seen, true) }
    : withNewSubmission(offer, before, mergeSubmission(null, newest, seen, false), seen.at);
}

function withProgress(offer: Offer, before: Submission, after: Submission, at: string): Offer {
  const [from, to] = [positionOf(before.stages), positionOf(after.stages)];
  const movement = movementBetween(from, to);
  const next = movedOn({ ...offer, current: after }, after, at);
  const warned = after.autoPromote && !before.autoPromote ? withAutoPromote(next, after, at) : next;
  if (movement === 'none') return warned;
  const kind = kindOfMove(offer, before, after);
  return withEvent(warned, after, { kind, at, from, to, movement, detail: after.detail });
}

/** A new submission starts afresh: confirmations and sign-off belonged to the one before. */
function withNewSubmission(offer: Offer, before: Submission | null, after: Submission, at: string): Offer {
  const [from, to] = [before === null ? null : positionOf(before.stages), positionOf(after.stages)];
  const fresh: Offer = { ...offer, current: after, confirmations: [], signOff: null, goLive: null };
  return withEvent(fresh, after, {
    kind: 'resubmitted',
    at,
    from,
    to,
    movement: from === null ? 'none' : movementBetween(from, to),
    replaces: before?.submissionId ?? null,
    remarks: remarksOn(after),
    detail: after.detail,
  });
}

/** What was missed of a new submission is told with it, not after it. */
function remarksOn(submission: Submission): readonly EventRemark[] {
  const unsigned: readonly EventRemark[] = isBeyondApproval(submission) ? ['unsigned'] : [];
  return submission.autoPromote ? [...unsigned, 'autoPromote'] : unsigned;
}

function withAutoPromote(offer: Offer, submission: Submission, at: string): Offer {
  const to = positionOf(submission.stages);
  return withEvent(offer, submission, { kind: 'autoPromote', at, from: null, to, movement: 'none' });
}

/** Watches the last live submission on its way into the content hub beside the newest one. */
function withLive(offer: Offer, before: Offer, newest: SeenSubmission, seen: Observation): Offer {
  const listed = seen.submissions.filter(
    (each) => each.submissionId !== newest.submissionId && wentLive(each),
  );
  const kept = keptLive(offer, before);
  const candidate = highest(kept === null ? listed : [...listed, kept]);
  if (candidate === null) return offer;
  const known = submissionOf(before, candidate.submissionId);
  const after = mergeSubmission(known, candidate, seen, known === null);
  const next: Offer = { ...offer, live: after };
  if (known === null) return next;
  const [from, to] = [positionOf(known.stages), positionOf(after.stages)];
  const movement = movementBetween(from, to);
  if (movement === 'none') return next;
  const kind = kindOfMove(before, known, after);
  return withEvent(next, after, { kind, at: seen.at, from, to, movement, detail: after.detail });
}

/** A read that does not list the live submission, or an older one only, does not make it unknown. */
function keptLive(offer: Offer, before: Offer): Submission | null {
  const replaced = before.current?.submissionId === offer.current?.submissionId ? null : before.current;
  return replaced !== null && wentLive(replaced) ? replaced : before.live;
}

/** @param offer with the sign-off, if any, of the submission that moved. */
function kindOfMove(offer: Offer, before: Submission, after: Submission): 'unsigned' | 'moved' {
  const leftApproval = isBeyondApproval(after) && !isBeyondApproval(before);
  return leftApproval && offer.signOff === null ? 'unsigned' : 'moved';
}

function isBeyondApproval(submission: Submission): boolean {
  return hasPassed(submission.stages, 'publisherApproval');
}

function highest<T extends SeenSubmission>(submissions: readonly T[]): T | null {
  return submissions.reduce<T | null>(
    (best, next) => (best === null || next.releaseNumber > best.releaseNumber ? next : best),
    null,
  );
}
