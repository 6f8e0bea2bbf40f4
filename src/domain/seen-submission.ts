import type { Submission } from './submission.js';
import { hasPassed, stages, type Stage, type StageState } from './stage.js';
import { isAtLeast } from './version.js';

/** A submission as the publishing source shows it; a stage it does not show has not begun. */
export type SeenSubmission = Submission;

/** What else is known at the time of a sighting. */
interface Sighting {
  readonly at: string;
  readonly hubVersion: string | null;
}

/**
 * What is known of a submission after a sighting. An instant that the source leaves out is the sighting's when this
 * sighting shows the change, unless it is a baseline; else it stays as it was known, unknown too.
 */
export function mergeSubmission(
  known: Submission | null,
  seen: SeenSubmission,
  sighting: Sighting,
  baseline: boolean,
): Submission {
  const version = seen.version ?? known?.version ?? null;
  const at = baseline ? null : sighting.at;
  const own = stages
    .filter((stage) => stage !== 'contentHub')
    .map((stage) => mergeStage(stateOf(known, stage), stateOf(seen, stage), at));
  const hub = arrivedBy(seen, version, sighting.hubVersion);
  return { ...seen, version, stages: [...own, contentHubOf(own, known, hub, at)] };
}

function stateOf(submission: Submission | null, stage: Stage): StageState {
  return (
    submission?.stages.find((state) => state.stage === stage) ?? {
      stage,
      status: 'notStarted',
      startedAt: null,
      endedAt: null,
    }
  );
}

function mergeStage(known: StageState, seen: StageState, at: string | null): StageState {
  if (seen.status === 'notStarted') return seen;
  const ended = seen.status !== 'inProgress' && seen.status !== 'waiting';
  const [startSeen, endSeen] = [known.status === 'notStarted', known.status !== seen.status];
  const startedAt = startSeen && !ended ? at : known.startedAt;
  const endedAt = endSeen ? at : known.endedAt;
  return {
    ...seen,
    startedAt: seen.startedAt ?? startedAt,
    endedAt: ended ? (seen.endedAt ?? endedAt) : null,
  };
}

/** The hub shows this version or one above, or the source itself has seen it there. */
function arrivedBy(seen: SeenSubmission, version: string | null, hubVersion: string | null): boolean {
  if (stateOf(seen, 'contentHub').status === 'succeeded') return true;
  return hubVersion !== null && version !== null && isAtLeast(hubVersion, version);
}

/** On its way once published; arrived for good. */
function contentHubOf(
  own: readonly StageState[],
  known: Submission | null,
  arrived: boolean,
  at: string | null,
): StageState {
  const stage = 'contentHub';
  if (!hasPassed(own, 'publishing')) return { stage, status: 'notStarted', startedAt: null, endedAt: null };
  const before = stateOf(known, stage);
  if (before.status === 'succeeded') return before;
  const startedAt = own.find((state) => state.stage === 'publishing')?.endedAt ?? null;
  return arrived
    ? { stage, status: 'succeeded', startedAt, endedAt: at }
    : { stage, status: 'inProgress', startedAt, endedAt: null };
}
