import type { SeenSubmission } from '../../domain/seen-submission.js';
import type { OfferToRead, Publisher, Publishing, PublishingSource, Reading } from '../../ports.js';
import type { IngestionClient } from './client.js';
import type { SubmissionAnswer, WorkflowStep } from './schema.js';
import { isLive, isReadyToPublish, stagesOf, tellsByItself } from './stages.js';

/** How long a person who pressed waits for the fresh read at most. */
const readinessTimeoutMs = 8_000;

export function makePublishingSource(client: IngestionClient): PublishingSource & Publisher {
  const readSubmission = makeReadSubmission(client);
  return {
    promote: (productId, submissionId) => client.promote(productId, submissionId),
    readiness: async (productId, submissionId) => {
      const read = await client.submissions(productId, readinessTimeoutMs);
      const newest = read.kind === 'read' ? highest(read.value) : null;
      const asked = read.kind === 'read' ? read.value.find(({ id }) => id === submissionId) : undefined;
      return (
        newest && { newestSubmissionId: newest.id, ready: asked !== undefined && isReadyToPublish(asked) }
      );
    },
    read: async (offer): Promise<Reading<Publishing>> => {
      const product =
        offer.productId === null
          ? await client.productByOfferId(offer.offerId)
          : ({ kind: 'read', value: { id: offer.productId, name: offer.name } } as const);
      if (product.kind !== 'read') return product;
      const { id: productId, name } = product.value;
      const listed = await client.submissions(productId);
      if (listed.kind !== 'read') return listed;
      const newest = highest(listed.value);
      const live = highest(listed.value.filter((each) => isLive(each) && each.id !== newest?.id));
      const submissions: SeenSubmission[] = [];
      for (const seen of [newest, live]) {
        if (seen === null) continue;
        const read = await readSubmission(productId, seen, offer);
        if (read.kind !== 'read') return read;
        submissions.push(read.value);
      }
      return { kind: 'read', value: { productId, name, submissions } };
    },
  };
}

function makeReadSubmission(client: IngestionClient) {
  const stepsOf = async (
    productId: string,
    seen: SubmissionAnswer,
    old: boolean,
  ): Promise<Reading<readonly WorkflowStep[]>> => {
    // Of one that has been live since before there is nothing more to learn.
    if (old) return { kind: 'read', value: [] };
    const read = await client.workflowSteps(productId, seen.id);
    return read.kind !== 'read' && tellsByItself(seen) ? { kind: 'read', value: [] } : read;
  };

  const versionOf = async (productId: string, seen: SubmissionAnswer): Promise<string | null> => {
    for (const instanceId of packageInstances(seen)) {
      const read = await client.packageVersion(productId, instanceId);
      if (read.kind === 'read') return read.value;
    }
    return null;
  };

  return async function readSubmission(
    productId: string,
    seen: SubmissionAnswer,
    offer: OfferToRead,
  ): Promise<Reading<SeenSubmission>> {
    const known = [offer.current, offer.live].find((submission) => submission?.submissionId === seen.id);
    const knownLive =
      known?.stages.some(({ stage, status }) => stage === 'publishing' && status === 'succeeded') ?? false;
    const steps = await stepsOf(productId, seen, knownLive && isLive(seen));
    if (steps.kind === 'notFound') return { kind: 'unavailable', reason: 'the workflow is not shown' };
    if (steps.kind === 'unavailable') return steps;
    return {
      kind: 'read',
      value: {
        submissionId: seen.id,
        releaseNumber: seen.releaseNumber ?? 0,
        version: known?.version ?? (await versionOf(productId, seen)),
        autoPromote: seen.publishOption?.isAutoPromote ?? false,
        detail: seen.pendingUpdateInfo?.failureReason || null,
        stages: knownLive && known && isLive(seen) ? known.stages : stagesOf(seen, steps.value),
      },
    };
  };
}

/** The packages that the submission itself names; the draft's may already be another version. */
function packageInstances(seen: SubmissionAnswer): readonly string[] {
  const resources = [
    ...(seen.variantResources ?? []).flatMap((variant) => variant.resources ?? []),
    ...(seen.resources ?? []),
  ];
  return [...new Set(resources.filter(({ type }) => type === 'Package').map(({ value }) => value))];
}

function highest(submissions: readonly SubmissionAnswer[]): SubmissionAnswer | null {
  return submissions.reduce<SubmissionAnswer | null>(
    (best, next) => (best === null || (next.releaseNumber ?? 0) > (best.releaseNumber ?? 0) ? next : best),
    null,
  );
}
