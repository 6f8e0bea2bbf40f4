import { hasPassed, isApprovalWaiting, positionOf } from '../../domain/stage.js';
import type { Submission } from '../../domain/submission.js';
import type { SubmissionAnswer, WorkflowStep } from './schema.js';
import { hasFailed, isLive, isReadyToPublish, tellsByItself } from './stages.js';

/**
 * Whether the workflow has nothing to add to what is known: the submission has been live since before, or waits for
 * the approval with the instants of all that went before.
 */
export function isToldAlready(seen: SubmissionAnswer, { stages }: Submission): boolean {
  if (isLive(seen)) return hasPassed(stages, 'publishing');
  if (!isReadyToPublish(seen) || !isApprovalWaiting(positionOf(stages))) return false;
  return stages.every(({ status, startedAt, endedAt }) => {
    if (status === 'succeeded') return startedAt !== null && endedAt !== null;
    return status === 'notStarted' || startedAt !== null;
  });
}

/** Whether an empty workflow hides what was known: it is empty before its time only, and would lead back there. */
export function isWorkflowLost(
  seen: SubmissionAnswer,
  steps: readonly WorkflowStep[],
  known: Submission | null,
): boolean {
  if (steps.length > 0 || tellsByItself(seen) || hasFailed(seen)) return false;
  return known !== null && hasPassed(known.stages, 'validation');
}
