import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is to be undone at the end of a measurement, however it ends. */
export interface Cleanup {
  add(undo: () => void | Promise<void>): void;
  /** A folder that is deleted at the end. */
  folder(): string;
}

/** Runs the work, and then undoes what it has begun, the last first; one that cannot be undone keeps no other up. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const begun: (() => void | Promise<void>)[] = [];
  const add = (undo: () => void | Promise<void>): void => void begun.push(undo);
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'offerwatch-bench-'));
    add(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  try {
    return await work({ add, folder });
  } finally {
    for (const undo of begun.toReversed()) await Promise.resolve(undo()).catch(() => undefined);
  }
}
