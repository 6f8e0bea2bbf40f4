import type { SeenSubmission } from '../../domain/seen-submission.js';
import type { StageState } from '../../domain/stage.js';
import type { Submission } from '../../domain/submission.js';
import type { Reading } from '../../ports.js';
import type { IngestionClient } from './client.js';
import { reportDetail, shortDetail, validationDetail } from './failure-detail.js';
import type { Numbered } from './order.js';
import { isToldAlready, isWorkflowLost } from './known.js';
import type { SubmissionAnswer } from './schema.js';
import { stagesOf, tellsByItself } from './stages.js';

/** A submission as the list shows it, and what is known of it from before. */
export interface Sighted {
  readonly productId: string;
  readonly seen: Numbered;
  readonly known: Submission | null;
  readonly deadline: AbortSignal;
}

/** Reads what the list does not show of one submission; what is known already is not asked again. */
export async function readSubmission(
  client: IngestionClient,
  sighted: Sighted,
): Promise<Reading<SeenSubmission>> {
  const { seen, known } = sighted;
  const stages = await readStages(client, sighted);
  if (stages.kind !== 'read') return stages;
  return {
    kind: 'read',
    value: {
      submissionId: seen.id,
      releaseNumber: seen.releaseNumber,
      version: known?.version ?? (await readVersion(client, sighted)),
      autoPromote: seen.publishOption?.isAutoPromote ?? known?.autoPromote ?? false,
      detail: await readDetail(client, sighted, stages.value),
      stages: stages.value,
    },
  };
}

async function readStages(
  client: IngestionClient,
  { productId, seen, known, deadline }: Sighted,
): Promise<Reading<readonly StageState[]>> {
  if (known !== null && isToldAlready(seen, known)) return { kind: 'read', value: known.stages };
  const steps = await client.workflowSteps(productId, seen.id, deadline);
  if (steps.kind === 'read' && !isWorkflowLost(seen, steps.value, known)) {
    return { kind: 'read', value: stagesOf(seen, steps.value) };
  }
  if (tellsByItself(seen)) return { kind: 'read', value: stagesOf(seen, []) };
  // Partner Center has shown none for submissions that were there: it does not mean that one is deleted.
  return steps.kind === 'unavailable' ? steps : { kind: 'unavailable', reason: 'the workflow is not shown' };
}

async function readVersion(
  client: IngestionClient,
  { productId, seen, deadline }: Sighted,
): Promise<string | null> {
  for (const instanceId of packageInstances(seen)) {
    const read = await client.packageVersion(productId, instanceId, deadline);
    if (read.kind === 'read') return read.value;
  }
  return null;
}

/** The packages that the submission itself names; the draft's may already be another version. */
function packageInstances(seen: SubmissionAnswer): readonly string[] {
  const resources = [
    ...(seen.variantResources ?? []).flatMap((variant) => variant.resources ?? []),
    ...(seen.resources ?? []),
  ];
  return [...new Set(resources.filter(({ type }) => type === 'Package').map(({ value }) => value))];
}

/** Why it failed: asked for until there is more to say than the list does. */
async function readDetail(
  client: IngestionClient,
  { productId, seen, known, deadline }: Sighted,
  stages: readonly StageState[],
): Promise<string | null> {
  const listed = shortDetail(seen.pendingUpdateInfo?.failureReason);
  const failed = stages.find(({ status }) => status === 'failed')?.stage;
  const isKnown = known?.stages.some(({ stage, status }) => stage === failed && status === 'failed');
  if (isKnown && known?.detail && known.detail !== listed) return known.detail;
  if (failed === 'validation') {
    const read = await client.validations(productId, seen.id, deadline);
    return (read.kind === 'read' ? validationDetail(read.value) : null) ?? listed;
  }
  if (failed === 'certification') {
    const read = await client.reports(productId, seen.id, deadline);
    return (read.kind === 'read' ? reportDetail(read.value) : null) ?? listed;
  }
  return listed;
}
