import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Undo = () => void | Promise<void>;

/** What is to be undone at the end of a measurement, however it ends. */
export interface Cleanup {
  add(undo: Undo): void;
  /** A folder that is deleted at the end. */
  folder(): string;
}

/** What the measurements under way have begun. */
const begun: Undo[] = [];

/** Runs the work, and then undoes what it has begun. One measurement at a time. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const add = (undo: Undo): void => void begun.push(undo);
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'offerwatch-bench-'));
    add(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  try {
    return await work({ add, folder });
  } finally {
    await undoAll();
  }
}

/** The last first, each once; one that cannot be undone keeps no other up. */
export async function undoAll(): Promise<void> {
  for (let undo = begun.pop(); undo !== undefined; undo = begun.pop())
    await Promise.resolve()
      .then(undo)
      .catch(() => undefined);
}
