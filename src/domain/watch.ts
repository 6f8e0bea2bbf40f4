import { secondsAfter } from './instant.js';
import { positionOf, type Position } from './stage.js';
import type { Offer } from './offer.js';

/** When to look at an offer next and how looking went: apart from the offer, so that looking disturbs no decision. */
export interface Watch {
  readonly offerKey: string;
  /** When to look next; while a replica looks, the end of its lease; null once it is not tracked. ISO 8601, UTC. */
  readonly dueAt: string | null;
  /** The last good read. ISO 8601, UTC. */
  readonly checkedAt: string | null;
  /** Reads that failed since the last good one. */
  readonly failures: number;
  /** Good reads in a row that missed the offer or its submission under way. */
  readonly misses: number;
}

const minute = 60;
const leaseSeconds = 60;
const longestBackoffSeconds = 30 * minute;

export function newWatch(offerKey: string, checkedAt: string | null, dueAt: string): Watch {
  return { offerKey, dueAt, checkedAt, failures: 0, misses: 0 };
}

/** Due now, whatever it was waiting for. */
export function watchAgain(watch: Watch, now: string): Watch {
  return { ...watch, dueAt: now };
}

/** Claims the next look; null while another replica looks or it is not due. */
export function claimWatch(watch: Watch, now: string): Watch | null {
  if (watch.dueAt === null || watch.dueAt > now) return null;
  return { ...watch, dueAt: secondsAfter(now, leaseSeconds) };
}

/**
 * @param everySeconds one cadence for every stage, or null for the stage's own. @param jitter 0 to 1.
 * @param misses how many good reads in a row, this one included, missed something.
 */
export function afterGoodRead(
  watch: Watch,
  offer: Offer,
  now: string,
  everySeconds: number | null,
  jitter: number,
  misses = 0,
): Watch {
  const seconds = everySeconds ?? spread(cadenceOf(offer), jitter);
  const dueAt = offer.tracked ? secondsAfter(now, seconds) : null;
  return { ...watch, checkedAt: now, failures: 0, misses, dueAt };
}

/** A failed read is tried again later and later, up to half an hour. */
export function afterFailedRead(
  watch: Watch,
  now: string,
  everySeconds: number | null,
  jitter: number,
): Watch {
  const failures = watch.failures + 1;
  const backoff = Math.min((everySeconds ?? minute) * 2 ** (failures - 1), longestBackoffSeconds);
  return { ...watch, failures, dueAt: secondsAfter(now, spread(backoff, jitter)) };
}

/** Minutes while something moves, slower while Microsoft's people or ours take their time. */
function cadenceOf(offer: Offer): number {
  const positions = [offer.current, offer.live].flatMap((submission) =>
    submission === null ? [] : [cadence(positionOf(submission.stages))],
  );
  return Math.min(60 * minute, ...positions);
}

function cadence({ stage, status }: Position): number {
  if (status === 'failed' || status === 'cancelled' || status === 'succeeded') return 60 * minute;
  switch (stage) {
    case 'validation':
    case 'preview':
    case 'publishing':
      return 3 * minute;
    case 'certification':
      return 15 * minute;
    case 'publisherApproval':
    case 'contentHub':
      return 60 * minute;
  }
}

/** Up to a tenth later, so that many offers do not ask at once. */
function spread(seconds: number, jitter: number): number {
  return seconds * (1 + jitter / 10);
}
