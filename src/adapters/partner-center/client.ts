import type { ZodType } from 'zod';
import type { Reading } from '../../ports.js';
import { makeOutbound, type Outbound } from '../outbound.js';
import { makeCall, type CallAnswer } from './call.js';
import { commandOutcome, type CommandOutcome } from './command-outcome.js';
import { readPages } from './listing.js';
import {
  packageConfiguration,
  plan,
  product,
  report,
  submission,
  validation,
  workflow,
  type PlanAnswer,
  type ReportAnswer,
  type SubmissionAnswer,
  type ValidationAnswer,
  type WorkflowStep,
} from './schema.js';
import type { TokenSource } from './token.js';

type Listed<T> = Promise<Reading<readonly T[]>>;
type Found<T> = Promise<Reading<T>>;

/**
 * The calls of Partner Center's v1 ingestion API that the product needs. No answer throws. A deadline ends a whole
 * listing, its token and all its pages.
 */
export interface IngestionClient {
  productByOfferId(
    offerId: string,
    deadline?: AbortSignal,
  ): Found<{ readonly id: string; readonly name: string }>;
  plans(productId: string, deadline?: AbortSignal): Listed<PlanAnswer>;
  submissions(productId: string, deadline?: AbortSignal): Listed<SubmissionAnswer>;
  /** All steps of all workflow items, flattened. */
  workflowSteps(productId: string, submissionId: string, deadline?: AbortSignal): Listed<WorkflowStep>;
  /** Why it failed before or in validation. */
  validations(productId: string, submissionId: string, deadline?: AbortSignal): Listed<ValidationAnswer>;
  /** What certification said of it. */
  reports(productId: string, submissionId: string, deadline?: AbortSignal): Listed<ReportAnswer>;
  /** The version of the package that a submission carries, by the instance it names. */
  packageVersion(productId: string, instanceId: string, deadline?: AbortSignal): Found<string>;
  /** Goes live. One request, never repeated. */
  promote(productId: string, submissionId: string): Promise<CommandOutcome<'accepted'>>;
  /** Takes back a publish that is not yet live. One request, never repeated. */
  cancel(productId: string, submissionId: string): Promise<CommandOutcome<'cancelled'>>;
}

const root = '/v1.0/ingestion/products';
const readTimeoutMs = 20_000;
const commandTimeoutMs = 40_000;

export function makeIngestionClient(
  apiUrl: string,
  tokens: TokenSource,
  outbound: Outbound = makeOutbound({ service: 'partner-center' }),
): IngestionClient {
  const call = makeCall(apiUrl, tokens, outbound);

  const list = <T>(path: string, item: ZodType<T>, deadline: AbortSignal | undefined): Listed<T> => {
    const get = (next: string) => call({ method: 'GET', path: next, timeoutMs: readTimeoutMs, deadline });
    return readPages(get, `${root}${path}`, item);
  };

  const command = (method: 'POST' | 'DELETE', path: string): Promise<CallAnswer> =>
    call({ method, path: `${root}${path}`, timeoutMs: commandTimeoutMs });

  return {
    productByOfferId: async (offerId, deadline) => {
      const filter = `externalIDs/Any(i:i/type eq 'AzureOfferId' and i/value eq '${offerId}')`;
      const read = await list(`?$filter=${encodeURIComponent(filter)}`, product, deadline);
      if (read.kind !== 'read') return read;
      const [first] = read.value;
      return first === undefined
        ? { kind: 'notFound' }
        : { kind: 'read', value: { id: first.id, name: first.name ?? offerId } };
    },
    plans: (productId, deadline) => list(`/${encodeURIComponent(productId)}/variants`, plan, deadline),
    submissions: (productId, deadline) =>
      list(`/${encodeURIComponent(productId)}/submissions?$expand=PublishOption`, submission, deadline),
    workflowSteps: async (productId, submissionId, deadline) => {
      const read = await list(`${one(productId, submissionId)}/workflowdetails`, workflow, deadline);
      return read.kind === 'read'
        ? { kind: 'read', value: read.value.flatMap((item) => item.workflowSteps ?? []) }
        : read;
    },
    validations: (productId, submissionId, deadline) =>
      list(`${one(productId, submissionId)}/validations`, validation, deadline),
    reports: (productId, submissionId, deadline) =>
      list(`${one(productId, submissionId)}/reports`, report, deadline),
    packageVersion: async (productId, instanceId, deadline) => {
      const instance = `getByInstanceID(instanceID=${encodeURIComponent(instanceId)})`;
      const path = `/${encodeURIComponent(productId)}/packageConfigurations/${instance}`;
      const read = await list(path, packageConfiguration, deadline);
      if (read.kind !== 'read') return read;
      const version = read.value.find((configuration) => configuration.version)?.version;
      return version ? { kind: 'read', value: version } : { kind: 'notFound' };
    },
    promote: async (productId, submissionId) =>
      commandOutcome(await command('POST', `${one(productId, submissionId)}/promote`), 'accepted'),
    cancel: async (productId, submissionId) =>
      commandOutcome(await command('DELETE', one(productId, submissionId)), 'cancelled'),
  };
}

function one(productId: string, submissionId: string): string {
  return `/${encodeURIComponent(productId)}/submissions/${encodeURIComponent(submissionId)}`;
}
