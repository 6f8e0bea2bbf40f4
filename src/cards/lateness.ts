import type { StageState } from '../domain/stage.js';
import { expectationOf, type Expectation } from '../domain/timing.js';
import type { Look } from './look.js';

const open: Expectation = { expectedBy: null, lateBy: null };

/** When a running stage should be over; nulls when it does not run or its start is not known. */
export function expectationFor(state: StageState, look: Look): Expectation {
  if (state.startedAt === null || state.status !== 'inProgress') return open;
  return expectationOf(state.stage, state.startedAt, look.timeZone);
}

/** A content hub that nobody observes is never late: nothing is known of it. */
export function isLate(state: StageState, look: Look): boolean {
  if (state.stage === 'contentHub' && !look.hubWatched) return false;
  const { lateBy } = expectationFor(state, look);
  return lateBy !== null && Date.parse(look.now) >= Date.parse(lateBy);
}

/** The earliest unfinished stage; null when all are done. */
export function unfinishedOf(stages: readonly StageState[]): StageState | null {
  return stages.find(({ status }) => status !== 'succeeded') ?? null;
}
