import { z } from 'zod';

/** Only the fields read, of Microsoft's description of the v1 ingestion API and of recorded exchanges. */

export const product = z.object({ id: z.string(), name: z.string().nullish() });

const resource = z.object({ type: z.string(), value: z.string() });

export const submission = z.object({
  /** Up to 19 digits: a string, and never a number. */
  id: z.string(),
  state: z.string(),
  substate: z.string(),
  releaseNumber: z.number().nullish(),
  publishedTimeInUtc: z.string().nullish(),
  resources: z.array(resource).nullish(),
  variantResources: z.array(z.object({ resources: z.array(resource).nullish() })).nullish(),
  publishOption: z.object({ isAutoPromote: z.boolean().nullish() }).nullish(),
  pendingUpdateInfo: z
    .object({ status: z.string().nullish(), failureReason: z.string().nullish() })
    .nullish(),
});

export type SubmissionAnswer = z.infer<typeof submission>;

const workflowStep = z.object({
  name: z.string(),
  state: z.string(),
  startDateTimeInUtc: z.string().nullish(),
  completeDateTimeInUtc: z.string().nullish(),
});

export type WorkflowStep = z.infer<typeof workflowStep>;

export const workflow = z.object({ workflowSteps: z.array(workflowStep).nullish() });

/** A plan; Partner Center calls it a variant. */
export const plan = z.object({ state: z.string().nullish(), subType: z.string().nullish() });

export type PlanAnswer = z.infer<typeof plan>;

export const validation = z.object({ severity: z.string().nullish(), message: z.string().nullish() });

export type ValidationAnswer = z.infer<typeof validation>;

/** Not its `fileUri`: what is behind it, and for whom, is not known for certain. */
export const report = z.object({ reportTimeInUtc: z.string().nullish(), status: z.string().nullish() });

export type ReportAnswer = z.infer<typeof report>;

export const packageConfiguration = z.object({ version: z.string().nullish() });

/** Real pages carry a relative `nextLink`; Microsoft's description says `@odata.nextLink`. */
export function pageOf<T>(item: z.ZodType<T>) {
  return z.object({
    value: z.array(item),
    nextLink: z.string().nullish(),
    '@odata.nextLink': z.string().nullish(),
  });
}
