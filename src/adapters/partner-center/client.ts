import type { ZodType } from 'zod';
import type { PromoteOutcome } from '../../domain/go-live.js';
import type { Reading } from '../../ports.js';
import { parseBody, sendOutbound, type OutboundAnswer } from '../outbound.js';
import {
  packageConfiguration,
  pageOf,
  product,
  submission,
  workflow,
  type SubmissionAnswer,
  type WorkflowStep,
} from './schema.js';
import type { TokenSource } from './token.js';

/** The calls of Partner Center's v1 ingestion API that the product needs. Nothing here repeats a call. */
export interface IngestionClient {
  productByOfferId(offerId: string): Promise<Reading<{ readonly id: string; readonly name: string }>>;
  submissions(productId: string, timeoutMs?: number): Promise<Reading<readonly SubmissionAnswer[]>>;
  /** All steps of all workflow items, flattened. */
  workflowSteps(productId: string, submissionId: string): Promise<Reading<readonly WorkflowStep[]>>;
  /** The version of the package that a submission carries, by the instance it names. */
  packageVersion(productId: string, instanceId: string): Promise<Reading<string>>;
  promote(productId: string, submissionId: string): Promise<PromoteOutcome>;
}

const root = '/v1.0/ingestion';
const readTimeoutMs = 20_000;
const promoteTimeoutMs = 40_000;
const mostPages = 50;
const longestReason = 200;
/** Links come relative to the host: it stands for whatever host there is. */
const anyHost = 'http://relative/';

export function makeIngestionClient(apiUrl: string, tokens: TokenSource): IngestionClient {
  const call = async (method: 'GET' | 'POST', path: string, timeoutMs: number): Promise<OutboundAnswer> => {
    const token = await tokens(new URL(apiUrl).origin);
    if (token === null) return { kind: 'noAnswer', reason: 'no token' };
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    return sendOutbound({
      method,
      url: `${apiUrl}${path}`,
      timeoutMs,
      headers: method === 'POST' ? { ...headers, 'content-type': 'application/json' } : headers,
      ...(method === 'POST' && { body: '{}' }),
    });
  };

  const list = async <T>(
    path: string,
    item: ZodType<T>,
    timeoutMs = readTimeoutMs,
  ): Promise<Reading<readonly T[]>> => {
    const found: T[] = [];
    let next = `${root}${path}`;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await call('GET', next, timeoutMs);
      // The link to a page after the last one is known to answer 404.
      if (page > 0 && answer.kind === 'answer' && answer.status === 404)
        return { kind: 'read', value: found };
      const read = readingOf(answer, pageOf(item));
      if (read.kind !== 'read') return read;
      found.push(...read.value.value);
      const link = read.value.nextLink ?? read.value['@odata.nextLink'];
      if (!link) return { kind: 'read', value: found };
      if (!URL.canParse(link, anyHost)) return { kind: 'unavailable', reason: 'a link of another shape' };
      next = pathOf(link);
    }
    return { kind: 'unavailable', reason: 'more pages than are read' };
  };

  return {
    productByOfferId: async (offerId) => {
      const filter = `externalIDs/Any(i:i/type eq 'AzureOfferId' and i/value eq '${offerId}')`;
      const read = await list(`/products?$filter=${encodeURIComponent(filter)}`, product);
      if (read.kind !== 'read') return read;
      const [first] = read.value;
      return first === undefined
        ? { kind: 'notFound' }
        : { kind: 'read', value: { id: first.id, name: first.name ?? offerId } };
    },
    submissions: (productId, timeoutMs) =>
      list(
        `/products/${encodeURIComponent(productId)}/submissions?$expand=PublishOption`,
        submission,
        timeoutMs,
      ),
    workflowSteps: async (productId, submissionId) => {
      const read = await list(`${pathOfSubmission(productId, submissionId)}/workflowdetails`, workflow);
      return read.kind === 'read'
        ? { kind: 'read', value: read.value.flatMap((item) => item.workflowSteps ?? []) }
        : read;
    },
    packageVersion: async (productId, instanceId) => {
      const path = `/products/${encodeURIComponent(productId)}/packageConfigurations/getByInstanceID(instanceID=${encodeURIComponent(instanceId)})`;
      const read = await list(path, packageConfiguration);
      if (read.kind !== 'read') return read;
      const version = read.value.find((configuration) => configuration.version)?.version;
      return version ? { kind: 'read', value: version } : { kind: 'notFound' };
    },
    promote: async (productId, submissionId) =>
      promoteOutcome(
        await call('POST', `${root}${pathOfSubmission(productId, submissionId)}/promote`, promoteTimeoutMs),
      ),
  };
}

function pathOfSubmission(productId: string, submissionId: string): string {
  return `/products/${encodeURIComponent(productId)}/submissions/${encodeURIComponent(submissionId)}`;
}

/** Links are followed on the configured host only, whatever host they name. */
function pathOf(link: string): string {
  const url = new URL(link, anyHost);
  return `${url.pathname}${url.search}`;
}

function readingOf<T>(answer: OutboundAnswer, schema: ZodType<T>): Reading<T> {
  if (answer.kind === 'noAnswer') return { kind: 'unavailable', reason: answer.reason };
  if (answer.status === 404) return { kind: 'notFound' };
  if (answer.status !== 200) return { kind: 'unavailable', reason: `status ${answer.status}` };
  const value = parseBody(answer.text, schema);
  return value === null
    ? { kind: 'unavailable', reason: 'an answer of another shape' }
    : { kind: 'read', value };
}

/** A refusal by status is certain; anything else may have been taken. */
function promoteOutcome(answer: OutboundAnswer): PromoteOutcome {
  if (answer.kind === 'noAnswer')
    return answer.reason === 'no token'
      ? { kind: 'refused', reason: 'no token could be had for Partner Center' }
      : { kind: 'unknown' };
  if (answer.status >= 200 && answer.status < 300) return { kind: 'accepted' };
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 408)
    return { kind: 'refused', reason: `${answer.status} ${answer.text}`.slice(0, longestReason) };
  return { kind: 'unknown' };
}
