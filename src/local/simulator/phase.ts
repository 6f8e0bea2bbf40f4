/** What a submission goes through, in order. `catalog` and `hub` wait for the marketplace and the content hub to show it. */
export const phases = [
  'created',
  'validation',
  'preview',
  'approval',
  'certification',
  'publishing',
  'catalog',
  'hub',
  'done',
] as const;

export type Phase = (typeof phases)[number];

/** Off the path: a failure ends a submission, a newer preview puts one that was never promoted aside. */
export type SubmissionPhase = Phase | 'failed' | 'superseded';

/** Where a failure can be told: the other phases only ever wait. */
const failingPhases = ['created', 'validation', 'preview', 'certification'] as const;

export type FailingPhase = (typeof failingPhases)[number];

export function isOnPath(phase: SubmissionPhase): phase is Phase {
  return phase !== 'failed' && phase !== 'superseded';
}

export function nextPhase(phase: Phase): Phase | undefined {
  return phases[phases.indexOf(phase) + 1];
}

export function canFail(phase: SubmissionPhase): phase is FailingPhase {
  return failingPhases.some((failing) => failing === phase);
}

/** Whether a submission has come as far as `target`. What failed or was put aside has come nowhere. */
export function hasReached(phase: SubmissionPhase, target: Phase): boolean {
  return isOnPath(phase) && phases.indexOf(phase) >= phases.indexOf(target);
}
