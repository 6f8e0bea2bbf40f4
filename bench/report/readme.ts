import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../support/paths.js';
import { pollingSection } from './polling-section.js';
import { restingSection } from './resting-section.js';
import type { Results } from './results.js';

const path = join(root, 'README.md');
const begin = '<!-- npm run bench writes what follows from bench/results.json -->';
const end = '<!-- npm run bench wrote this far -->';

/** Puts the figures between the two marks in the README. @throws Error when they are not there. */
export async function writeReadme(results: Results): Promise<void> {
  const page = readFileSync(path, 'utf8');
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error('README.md has no place for the figures');
  const text = `${page.slice(0, before)}${begin}\n\n${figures(results)}\n\n${page.slice(after)}`;
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

function figures({ date, machine, polling, resting }: Results): string {
  const { cores, processor, memoryGibibytes, platform, node, loadBefore } = machine;
  return [
    `Measured on ${date.slice(0, 10)} with Node.js ${node} on ${platform}: ${cores} cores (${processor}), ${Math.round(memoryGibibytes)} GiB of memory, shared with the simulators, the stores and whatever else the machine had to do: its load before was ${loadBefore.toFixed(1)}.`,
    pollingSection(polling),
    restingSection(resting),
  ].join('\n\n');
}
