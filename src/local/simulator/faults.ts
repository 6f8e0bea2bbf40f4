import { z } from 'zod';
import type { Answer } from './call.js';

export const faultSchema = z
  .object({
    /** A route's name as in `GET /_simulator/requests`, or `*` for every one but the control routes. */
    route: z.string().min(1),
    status: z.int().min(200).max(599).optional(),
    times: z.int().min(1).max(1_000_000).default(1),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    /** The connection breaks: before the work was done or after it, in both cases without an answer. */
    cut: z.enum(['before', 'after']).optional(),
    /** The answer, right or wrong, comes so much later. */
    delayMs: z.int().min(0).max(600_000).default(0),
  })
  .refine((fault) => fault.status !== undefined || fault.cut !== undefined || fault.delayMs > 0, {
    message: 'A fault needs a status, a cut or a delay.',
  });

export type Fault = z.output<typeof faultSchema>;

/** Faults still to come, used up in the order in which they were asked for. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  take(route: string): Fault | undefined;
}

export function createFaults(): Faults {
  let waiting: { readonly fault: Fault; readonly left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times }),
    clear: () => void (waiting = []),
    take: (route) => {
      const index = waiting.findIndex(({ fault }) => fault.route === '*' || fault.route === route);
      const found = waiting[index];
      if (found === undefined) return undefined;
      waiting =
        found.left > 1
          ? waiting.with(index, { ...found, left: found.left - 1 })
          : waiting.toSpliced(index, 1);
      return found.fault;
    },
  };
}

/** What is answered instead of the truth; undefined for a fault that only delays or cuts. */
export function faultAnswer({ status, body, headers }: Fault): Answer | undefined {
  return status === undefined ? undefined : { status, body, headers };
}
