import { measurePolling } from './polling.js';
import { writeReadme } from './report/readme.js';
import { readResults, thisMachine, writeResults } from './report/results.js';
import { measureResting } from './resting.js';
import { undoAll } from './support/cleanup.js';
import { canRead } from './support/process-usage.js';

/** No run takes nearly as long. */
const longestMs = 8 * 60_000;

async function run(): Promise<void> {
  if (!canRead) throw new Error('the figures of a process are read from /proc: on Linux only');
  const machine = thisMachine();
  say('API calls per offer and day …');
  const resting = await measureResting();
  say('polling, which takes about two minutes …');
  const polling = await measurePolling();
  await writeResults({ date: new Date().toISOString(), machine, polling, resting });
  await writeReadme(readResults());
  say('written: bench/results.json and the section Performance of README.md');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

let ending = false;

/** Only the first reason counts: what is interrupted fails, too. */
async function giveUp(reason: string): Promise<void> {
  if (ending) return;
  ending = true;
  process.stderr.write(`${reason}\n`);
  await undoAll();
  process.exit(1);
}

setTimeout(() => void giveUp('it took too long'), longestMs).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void giveUp('interrupted'));
run().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
