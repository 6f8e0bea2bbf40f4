import { z } from 'zod';
import { faultNamed, namedFaults } from './all.js';
import type { Effect } from './fault.js';

/** A fault as somebody asked for it. */
export interface AskedFault {
  /** Null for one that was described and not named. */
  readonly name: string | null;
  readonly route: string;
  /** Null: until it is removed. */
  readonly times: number | null;
  readonly effect: Effect;
}

const route = z.string().min(1);
const times = z.int().min(1).max(1_000_000).nullable();

const bySelf = z
  .object({
    route,
    status: z.int().min(200).max(599).optional(),
    times: times.default(1),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    cut: z.enum(['before', 'after']).optional(),
    delayMs: z.int().min(0).max(600_000).default(0),
  })
  .refine((fault) => fault.status !== undefined || fault.cut !== undefined || fault.delayMs > 0, {
    message: 'A fault needs a name, a status, a cut or a delay.',
  })
  .transform(({ status, body, headers, cut, delayMs, ...rest }): AskedFault => ({
    ...rest,
    name: null,
    effect: {
      kind: 'decision',
      delayMs,
      ...(cut !== undefined && { cut }),
      ...(status !== undefined && { answer: () => ({ status, body, headers }) }),
    },
  }));

const byName = z
  .strictObject({
    name: z.enum(
      namedFaults.map((fault) => fault.name),
      { error: () => `There are the faults ${namedFaults.map((fault) => fault.name).join(', ')}.` },
    ),
    route: route.optional(),
    times: times.default(null),
  })
  .transform((asked) => fault(asked.name, asked));

/** One of the named faults, or one described by what it does. */
export const faultSchema = z.unknown().transform((body, context): AskedFault => {
  const isNamed = typeof body === 'object' && body !== null && 'name' in body;
  const parsed = (isNamed ? byName : bySelf).safeParse(body);
  if (parsed.success) return parsed.data;
  for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

/** A named fault until it is removed, where it strikes by itself, unless told otherwise. @throws Error for an unknown name. */
export function fault(
  name: string,
  { route: where, times: often = null }: { route?: string | undefined; times?: number | null } = {},
): AskedFault {
  const named = faultNamed(name);
  return { name, route: where ?? named.route, times: often, effect: named.effect };
}
