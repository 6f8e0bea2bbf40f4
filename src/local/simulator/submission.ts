import { canFail, isOnPath, nextPhase, type Phase } from './phase.js';
import type { Submission } from './state.js';

export type Outcome = 'succeeded' | 'failed';

const second = 1_000;
const defaultTiming: Readonly<Record<Phase, number | null>> = {
  created: 3 * second,
  validation: 20 * second,
  preview: 20 * second,
  approval: null,
  certification: 40 * second,
  publishing: 20 * second,
  catalog: 0,
  hub: 60 * second,
  done: null,
};

/** Begins a phase; one that takes no time is passed through at once. */
export function enter(submission: Submission, phase: Phase, at: number, pace: number): Submission {
  const duration = durationOf(submission, phase);
  const entered: Submission = {
    ...submission,
    phase,
    entered: { ...submission.entered, [phase]: at },
    dueAt: duration === null ? null : at + duration * pace,
  };
  return duration === 0 ? finish(entered, at, pace) : entered;
}

/** Ends the phase the submission is in, as the script or the caller says. What is over stays as it is. */
export function finish(submission: Submission, at: number, pace: number, outcome?: Outcome): Submission {
  const { phase, run } = submission;
  if (!isOnPath(phase)) return submission;
  const how = outcome ?? (run.failsIn === phase ? 'failed' : 'succeeded');
  if (how === 'failed' && canFail(phase)) {
    return {
      ...submission,
      phase: 'failed',
      failedIn: phase,
      entered: { ...submission.entered, failed: at },
      dueAt: null,
    };
  }
  const next = nextPhase(phase);
  return next === undefined ? submission : enter(submission, next, at, pace);
}

/** Scheduled as if the phase began at `at`, keeping when it really did. */
export function schedule(submission: Submission, at: number, pace: number): Submission {
  if (!isOnPath(submission.phase)) return submission;
  const duration = durationOf(submission, submission.phase);
  return { ...submission, dueAt: duration === null ? null : at + duration * pace };
}

export function supersede(submission: Submission): Submission {
  return { ...submission, phase: 'superseded', dueAt: null };
}

function durationOf({ run, autoPromote }: Submission, phase: Phase): number | null {
  if (phase === 'approval' && autoPromote) return 0;
  const scripted = run.timing[phase];
  return scripted === undefined ? defaultTiming[phase] : scripted;
}
