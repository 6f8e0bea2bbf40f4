import type { Offer } from '../domain/offer.js';
import type { FreshRead, ReadyRead } from '../domain/sign-off.js';
import { positionOf, isApprovalWaiting } from '../domain/stage.js';
import { secondsAfter } from '../domain/instant.js';
import type { Clock, StatusSource } from '../ports.js';
import type { WatchStore } from '../store-ports.js';

/** What the gate rests on for the current submission of an offer. */
export type ReadFresh = (offer: Offer) => Promise<FreshRead>;

const oldestSeconds = 5;
const oldestPushSeconds = 24 * 3_600;

interface Kept {
  readonly at: number;
  readonly read: Promise<ReadyRead | null>;
}

/** Reads a submission's readiness at the source, shared by presses that come within 5 s; a failed read is not kept. */
export function makeFreshRead({
  source,
  clock,
}: {
  readonly source: Pick<StatusSource, 'readiness'>;
  readonly clock: Clock;
}): ReadFresh {
  const kept = new Map<string, Kept>();
  const readiness = async (productId: string, submissionId: string): Promise<ReadyRead | null> => {
    const now = Date.parse(clock.now());
    for (const [id, { at }] of kept) if (now - at > oldestSeconds * 1_000) kept.delete(id);
    const known = kept.get(submissionId);
    if (known !== undefined) return known.read;
    const read = source.readiness(productId, submissionId);
    kept.set(submissionId, { at: now, read });
    const result = await read;
    if (result === null) kept.delete(submissionId);
    return result;
  };
  return async ({ productId, current }) => {
    if (productId === null || current === null) return null;
    const read = await readiness(productId, current.submissionId);
    return read && { ...read, verified: true };
  };
}

/** Where Partner Center is off: what the publisher's own pipeline pushed within the last day, told as not verified. */
export function makePushedRead({
  watches,
  clock,
}: {
  readonly watches: WatchStore;
  readonly clock: Clock;
}): ReadFresh {
  return async ({ offerKey, current }) => {
    if (current === null) return null;
    const pushedAt = (await watches.load(offerKey))?.value.checkedAt ?? null;
    if (pushedAt === null || secondsAfter(pushedAt, oldestPushSeconds) < clock.now()) return 'tooOld';
    const ready = isApprovalWaiting(positionOf(current.stages));
    return { newestSubmissionId: current.submissionId, ready, verified: false };
  };
}
