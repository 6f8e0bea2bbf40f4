import { isOnPath, nextPhase, phases, type Phase } from './phase.js';
import type { Submission } from './state.js';
import { zonelessTime } from './wire-time.js';

type StepState = 'NotStarted' | 'InProgress' | 'Success' | 'Failed';

interface Times {
  readonly startDateTimeInUtc?: string;
  readonly completeDateTimeInUtc?: string;
}

interface WorkflowStep extends Times {
  readonly name: string;
  readonly state: StepState;
}

interface WorkflowDetail extends Times {
  readonly type: 'Push';
  readonly state: StepState;
  readonly targetEnvironment: 'Preview' | 'Live';
  readonly workflowSteps: readonly WorkflowStep[];
}

const steps = {
  Preview: [
    { name: 'Automated validation', phase: 'validation' },
    { name: 'Preview creation', phase: 'preview' },
    { name: 'Publisher signoff', phase: 'approval' },
  ],
  Live: [
    { name: 'Certification', phase: 'certification' },
    { name: 'Publish', phase: 'publishing' },
  ],
} as const satisfies Record<string, readonly { name: string; phase: Phase }[]>;

/** Empty until the workflow started: a submission may fail before that. */
export function workflowDetails(submission: Submission): readonly WorkflowDetail[] {
  if (submission.entered.validation === undefined) return [];
  return [workflowDetail(submission, 'Preview'), workflowDetail(submission, 'Live')];
}

export function workflowDetail(submission: Submission, target: 'Preview' | 'Live'): WorkflowDetail {
  const workflowSteps = steps[target].map(({ name, phase }) => step(submission, name, phase));
  const started = workflowSteps[0]?.startDateTimeInUtc;
  const last = workflowSteps.findLast((each) => each.completeDateTimeInUtc !== undefined);
  const state = detailState(workflowSteps);
  const ended = state === 'Success' || state === 'Failed' ? last?.completeDateTimeInUtc : undefined;
  return {
    type: 'Push',
    state,
    targetEnvironment: target,
    ...(started !== undefined && { startDateTimeInUtc: started }),
    ...(ended !== undefined && { completeDateTimeInUtc: ended }),
    workflowSteps,
  };
}

function step(submission: Submission, name: string, phase: Phase): WorkflowStep {
  const { entered } = submission;
  const start = entered[phase];
  if (start === undefined) return { name, state: 'NotStarted' };
  const state = stepState(submission, phase);
  const next = nextPhase(phase);
  const end = state === 'Failed' ? entered.failed : next && entered[next];
  return {
    name,
    state,
    startDateTimeInUtc: zonelessTime(start),
    ...(state !== 'InProgress' && end !== undefined && { completeDateTimeInUtc: zonelessTime(end) }),
  };
}

function stepState(submission: Submission, phase: Phase): StepState {
  if (submission.failedIn === phase) return 'Failed';
  if (submission.phase === phase) return 'InProgress';
  if (submission.phase === 'superseded' && phase === 'approval') return 'InProgress';
  const current = isOnPath(submission.phase) ? phases.indexOf(submission.phase) : phases.length;
  return current > phases.indexOf(phase) ? 'Success' : 'NotStarted';
}

function detailState(workflowSteps: readonly WorkflowStep[]): StepState {
  const has = (state: StepState): boolean => workflowSteps.some((each) => each.state === state);
  if (has('Failed')) return 'Failed';
  if (!has('InProgress') && !has('NotStarted')) return 'Success';
  return has('InProgress') || has('Success') ? 'InProgress' : 'NotStarted';
}
