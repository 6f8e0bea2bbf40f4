import type { FreshRead } from '../domain/sign-off.js';
import type { Clock, StatusSource } from '../ports.js';

const oldestSeconds = 5;

interface Kept {
  readonly at: number;
  readonly read: Promise<FreshRead>;
}

/** Reads a submission's readiness at the source, shared by presses that come within 5 s; a failed read is not kept. */
export function makeFreshRead({ source, clock }: { readonly source: StatusSource; readonly clock: Clock }) {
  const kept = new Map<string, Kept>();
  return async function freshRead(productId: string, submissionId: string): Promise<FreshRead> {
    const now = Date.parse(clock.now());
    for (const [id, { at }] of kept) if (now - at > oldestSeconds * 1_000) kept.delete(id);
    const known = kept.get(submissionId);
    if (known !== undefined) return known.read;
    const read = source.readiness(productId, submissionId);
    kept.set(submissionId, { at: now, read });
    const result = await read;
    if (result === null) kept.delete(submissionId);
    return result;
  };
}
