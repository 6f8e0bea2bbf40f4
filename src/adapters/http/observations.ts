import type { Request, Response } from 'restify';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { stages } from '../../domain/stage.js';
import type { PushedFact } from '../../domain/pushed.js';
import type { makePushObservation } from '../../use-cases/push-observation.js';
import { bodyOf } from './body.js';

export interface ObservationsParts {
  /** `whsec_` and base64 each; one more than one while it is being changed. */
  readonly secrets: readonly string[];
  readonly push: ReturnType<typeof makePushObservation>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

const largestBody = 64 * 1024;
const furthestAheadMs = 5 * 60_000;
const id = z.string().min(1).max(100);

const pushed = z.object({
  publisherId: id,
  offerId: id,
  submissionId: z.string().regex(/^\d{1,30}$/),
  stage: z.enum(stages),
  status: z.enum(['notStarted', 'inProgress', 'waiting', 'succeeded', 'failed', 'cancelled']),
  observedAt: z.iso.datetime({ offset: true }),
  version: z.string().max(50).nullish(),
  detail: z.string().max(2_000).nullish(),
});

/**
 * An observation pushed by a publisher's own pipeline, signed as Standard Webhooks say. In this order: 413 the
 * size, 401 the signature, 400 the shape, 404 an offer that is not tracked, 202 taken.
 */
export function makeObservations({ secrets, push, now }: ObservationsParts) {
  const webhooks = secrets.map((secret) => new Webhook(secret));
  return async function observations(request: Request, response: Response): Promise<void> {
    // Read here and not by restify, which reads no body without a type: the signature is over the bytes as they came.
    const bytes = await bodyOf(request, largestBody);
    if (bytes === null) return void response.send(413, { error: 'the body is too large' });
    const body = bytes.toString('utf8');
    if (!webhooks.some((webhook) => isSigned(webhook, body, request.headers)))
      return void response.send(401, { error: 'the signature is missing, wrong or too old' });
    const parsed = pushed.safeParse(jsonOrNull(body));
    if (!parsed.success || Date.parse(parsed.data.observedAt) > Date.parse(now()) + furthestAheadMs)
      return void response.send(400, { error: `not an observation: ${problemOf(parsed)}` });
    const { publisherId, offerId } = parsed.data;
    const outcome = await push(`${publisherId}.${offerId}`.toLowerCase(), factOf(parsed.data));
    if (outcome === 'notTracked') response.send(404, { error: 'this offer is not tracked' });
    else response.send(202, { status: 'taken' });
  };
}

function isSigned(webhook: Webhook, body: string, headers: Request['headers']): boolean {
  const given = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(headers[name] ?? ''),
    ]),
  );
  try {
    webhook.verify(body, given, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

function factOf(given: z.infer<typeof pushed>): PushedFact {
  const { submissionId, stage, status, version, detail } = given;
  // Instants are compared as text further in: all of one form.
  const observedAt = new Date(given.observedAt).toISOString();
  return { submissionId, stage, status, observedAt, version: version ?? null, detail: detail ?? null };
}

function problemOf(parsed: ReturnType<typeof pushed.safeParse>): string {
  if (parsed.success) return 'observedAt is more than five minutes ahead';
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  return `${where === '' ? 'the body' : where} is missing or wrong`;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
