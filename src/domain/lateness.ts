import { withEvent } from './event.js';
import type { Offer } from './offer.js';
import { positionOf } from './stage.js';
import type { Submission } from './submission.js';
import { expectationOf } from './timing.js';

/** How lateness is judged. */
export interface LatenessRule {
  /** IANA name of the zone in which days begin and end. */
  readonly timeZone: string;
  /** False: the last stage is not observed, and nothing can be said of it. */
  readonly hubWatched: boolean;
}

/** Whether the stage a submission is in takes longer than it should. */
export function isLate(submission: Submission, now: string, { timeZone, hubWatched }: LatenessRule): boolean {
  const { stage, status } = positionOf(submission.stages);
  if (status !== 'inProgress' || (stage === 'contentHub' && !hubWatched)) return false;
  const startedAt = submission.stages.find((state) => state.stage === stage)?.startedAt ?? null;
  const lateBy = startedAt === null ? null : expectationOf(stage, startedAt, timeZone).lateBy;
  return lateBy !== null && lateBy <= now;
}

/**
 * The offer with one event for each stage that has become late since it was last judged.
 * @param baseline what is late at first sight is no news.
 */
export function noteLateness(offer: Offer, now: string, rule: LatenessRule, baseline: boolean): Offer {
  const watched = [offer.current, offer.live].filter((submission) => submission !== null);
  return watched.reduce((next, submission) => {
    const key = `${submission.submissionId}:${positionOf(submission.stages).stage}`;
    if (next.toldLate.includes(key) || !isLate(submission, now, rule)) return next;
    const kept = next.toldLate.filter((told) =>
      watched.some(({ submissionId }) => told.startsWith(`${submissionId}:`)),
    );
    const noted: Offer = { ...next, toldLate: [...kept, key] };
    const to = positionOf(submission.stages);
    return baseline
      ? noted
      : withEvent(noted, submission, { kind: 'late', at: now, from: null, to, movement: 'none' });
  }, offer);
}
