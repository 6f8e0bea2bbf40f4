import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Polling } from '../polling.js';
import type { Resting } from '../resting.js';
import { root } from '../support/paths.js';

/** Everything that was measured, and where. */
export interface Results {
  readonly date: string;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly memoryGibibytes: number;
    readonly platform: string;
    readonly node: string;
    /** Processes that wanted a core, the mean of the minute before: what else there was to do. */
    readonly loadBefore: number;
  };
  readonly polling: Polling;
  readonly resting: Resting;
}

const path = join(root, 'bench', 'results.json');

/** Before anything is measured. */
export function thisMachine(): Results['machine'] {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGibibytes: rounded(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    loadBefore: loadavg()[0] ?? NaN,
  };
}

export async function writeResults(results: Results): Promise<void> {
  const text = JSON.stringify(results, (_key, value: unknown) =>
    typeof value === 'number' ? rounded(value) : value,
  );
  writeFileSync(path, await format(text, { filepath: path }));
}

export function readResults(): Results {
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}

/** Four digits tell more than the measurement knows; whole numbers stay what they are. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
