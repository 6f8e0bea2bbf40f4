import type { Obstacle } from '../../domain/obstacle.js';
import type { SeenSubmission } from '../../domain/seen-submission.js';
import type { OfferToRead, Publisher, Publishing, PublishingSource, Reading } from '../../ports.js';
import type { IngestionClient } from './client.js';
import { newestFirst } from './order.js';
import { planObstacles } from './plan-obstacles.js';
import { readSubmission } from './read-submission.js';
import { isLive, isReadyToPublish } from './stages.js';

interface Budgets {
  /** For a whole read, within the lease of who polls. */
  readonly readMs: number;
  /** For the fresh read that a person who pressed waits for. */
  readonly readinessMs: number;
}

const usualBudgets: Budgets = { readMs: 45_000, readinessMs: 8_000 };

export function makePublishingSource(
  client: IngestionClient,
  budgets: Budgets = usualBudgets,
): PublishingSource & Publisher {
  return {
    promote: (productId, submissionId) => client.promote(productId, submissionId),
    readiness: async (productId, submissionId) => {
      const read = await client.submissions(productId, AbortSignal.timeout(budgets.readinessMs));
      if (read.kind !== 'read') return null;
      const [newest] = newestFirst(read.value, []);
      const ready = read.value.some((each) => each.id === submissionId && isReadyToPublish(each));
      return newest === undefined ? null : { newestSubmissionId: newest.id, ready };
    },
    read: (offer) => readOffer(client, offer, AbortSignal.timeout(budgets.readMs)),
  };
}

async function readOffer(
  client: IngestionClient,
  offer: OfferToRead,
  deadline: AbortSignal,
): Promise<Reading<Publishing>> {
  const { offerId, current, live } = offer;
  const product =
    offer.productId === null
      ? await client.productByOfferId(offerId, deadline)
      : ({ kind: 'read', value: { id: offer.productId, name: offer.name } } as const);
  if (product.kind !== 'read') return product;
  const { id: productId, name } = product.value;
  const listed = await client.submissions(productId, deadline);
  if (listed.kind !== 'read') return listed;
  const [newest, ...older] = newestFirst(listed.value, [current, live]);
  const lastLive = older.find((each) => isLive(each) && each.id !== newest?.id);
  const submissions: SeenSubmission[] = [];
  for (const seen of [newest, lastLive]) {
    if (seen === undefined) continue;
    const known = [current, live].find((each) => each?.submissionId === seen.id) ?? null;
    const read = await readSubmission(client, { productId, seen, known, deadline });
    if (read.kind !== 'read') return read;
    submissions.push(read.value);
  }
  const isNew = [current, live].every((each) => each?.submissionId !== newest?.id);
  const obstacles = newest && isNew ? await readObstacles(client, productId, deadline) : null;
  return { kind: 'read', value: { productId, name, submissions, obstacles } };
}

/** Null, and no harm to the rest, where the plans cannot be read. */
async function readObstacles(
  client: IngestionClient,
  productId: string,
  deadline: AbortSignal,
): Promise<readonly Obstacle[] | null> {
  const plans = await client.plans(productId, deadline);
  return plans.kind === 'read' ? planObstacles(plans.value) : null;
}
