import { z } from 'zod';

/** What a pressed button brings: ids and ticks. Nothing else in it counts, whatever it says. */
export type ActionData =
  | {
      readonly verb: 'saveTicks' | 'goLive';
      readonly offerKey: string;
      readonly submissionId: string;
      readonly ticks: readonly number[];
    }
  | { readonly verb: 'run'; readonly command: string };

const approval = z.object({
  verb: z.enum(['saveTicks', 'goLive']),
  offerKey: z.string().min(1).max(120),
  submissionId: z.string().min(1).max(40),
});

const run = z.object({ verb: z.literal('run'), command: z.string().min(1).max(500) });

const execute = z.object({
  action: z.object({ verb: z.string().optional(), data: z.record(z.string(), z.unknown()) }),
});

/** The data of an `adaptiveCard/action` invoke; null when it is malformed. */
export function invokedAction(value: unknown): ActionData | null {
  const parsed = execute.safeParse(value);
  if (!parsed.success) return null;
  const { verb, data } = parsed.data.action;
  return submittedAction({ ...data, ...(verb !== undefined && { verb }) });
}

/** The data of an Action.Submit; null when it is malformed. */
export function submittedAction(value: unknown): ActionData | null {
  const typed = run.safeParse(value);
  if (typed.success) return typed.data;
  const parsed = approval.safeParse(value);
  return parsed.success ? { ...parsed.data, ticks: ticksOf(value) } : null;
}

/** Toggles come as `item.<n>` with the strings "true" and "false". */
function ticksOf(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, ticked]) => {
    const n = /^item\.(\d{1,3})$/.exec(key)?.[1];
    return n !== undefined && ticked === 'true' ? [Number(n)] : [];
  });
}
