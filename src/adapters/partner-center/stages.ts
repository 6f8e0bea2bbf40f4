import { stages, type Stage, type StageState, type StageStatus } from '../../domain/stage.js';
import { parseInstant } from './instant.js';
import type { SubmissionAnswer, WorkflowStep } from './schema.js';

type OwnStage = Exclude<Stage, 'contentHub'>;

/** Step names as letters only: pages, API and article write them differently. */
const stepNames: Readonly<Record<string, OwnStage>> = {
  automatedvalidation: 'validation',
  previewcreation: 'preview',
  publishersignoff: 'publisherApproval',
  publisherapproval: 'publisherApproval',
  certification: 'certification',
  publish: 'publishing',
  publishing: 'publishing',
};

const ownStages = stages.filter((stage): stage is OwnStage => stage !== 'contentHub');

/** The first five stages of a submission, from its workflow's steps and its own state; unknown steps are passed over. */
export function stagesOf(seen: SubmissionAnswer, steps: readonly WorkflowStep[]): readonly StageState[] {
  const byStage = new Map(
    steps.flatMap((step): [OwnStage, WorkflowStep][] => {
      const stage = stepNames[letters(step.name)];
      return stage === undefined ? [] : [[stage, step]];
    }),
  );
  return ownStages.map((stage) => {
    const step = byStage.get(stage);
    const status = statusOf(stage, seen, step ?? null);
    const published =
      stage === 'publishing' && status === 'succeeded' ? parseInstant(seen.publishedTimeInUtc) : null;
    return {
      stage,
      status,
      startedAt: status === 'notStarted' ? null : parseInstant(step?.startDateTimeInUtc),
      endedAt: parseInstant(step?.completeDateTimeInUtc) ?? published,
    };
  });
}

/** Whether the submission's own state alone tells where it stands, so that a missing workflow does no harm. */
export function tellsByItself(seen: SubmissionAnswer): boolean {
  return isReadyToPublish(seen) || isLive(seen);
}

export function isReadyToPublish(seen: SubmissionAnswer): boolean {
  return seen.state === 'Published' && seen.substate === 'ReadyToPublish';
}

export function isLive(seen: SubmissionAnswer): boolean {
  return seen.substate === 'InStore';
}

function statusOf(stage: OwnStage, seen: SubmissionAnswer, step: WorkflowStep | null): StageStatus {
  const bySubstate = substateStatus(stage, seen);
  if (bySubstate !== null) return bySubstate;
  if (step === null) return statusWithoutStep(stage, seen);
  return stepStatus(step.state, hasFailed(seen));
}

/** Where the substate is certain it wins: a workflow may lag behind it. */
function substateStatus(stage: OwnStage, seen: SubmissionAnswer): StageStatus | null {
  const index = ownStages.indexOf(stage);
  const approval = ownStages.indexOf('publisherApproval');
  if (isLive(seen)) return 'succeeded';
  if (isReadyToPublish(seen)) {
    if (index < approval) return 'succeeded';
    return index === approval ? 'waiting' : 'notStarted';
  }
  if (seen.substate === 'Publishing' && index <= approval) return 'succeeded';
  return null;
}

/** A submission is rejected or being created before there is any workflow; the substate may know of a later end. */
function statusWithoutStep(stage: OwnStage, seen: SubmissionAnswer): StageStatus {
  const failing = seen.substate === 'FailedInCertification' ? 'certification' : 'validation';
  const distance = ownStages.indexOf(stage) - ownStages.indexOf(failing);
  if (distance !== 0) return distance < 0 ? 'succeeded' : 'notStarted';
  return hasFailed(seen) ? 'failed' : 'inProgress';
}

export function hasFailed(seen: SubmissionAnswer): boolean {
  return (
    seen.substate === 'Failed' ||
    seen.substate === 'FailedInCertification' ||
    seen.pendingUpdateInfo?.status === 'Failed'
  );
}

/** The literal for a failed step is not known for certain: an unknown word is a failure only where the submission has failed. */
function stepStatus(word: string, submissionFailed: boolean): StageStatus {
  const state = letters(word);
  if (state === 'notstarted') return 'notStarted';
  if (state === 'inprogress') return 'inProgress';
  if (state === 'success' || state === 'succeeded' || state === 'complete' || state === 'completed')
    return 'succeeded';
  if (state.startsWith('cancel')) return 'cancelled';
  return submissionFailed || /^(?:fail|error|reject)/.test(state) ? 'failed' : 'inProgress';
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
