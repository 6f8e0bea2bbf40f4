// jest does not map the `.js` ending for this file and what it imports, hence none here.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from '../../src/local/child';
import { prepareBrowser } from './prepare-browser';

declare global {
  var sharedStore: Child<unknown> | undefined;
}

/** Once before all tests, in jest's own process: what the workers share. */
export default async function globalSetup(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'offerwatch-store-'));
  const script = join(__dirname, '..', '..', 'dist', 'local', 'cosmos', 'process.js');
  const [store] = await Promise.all([
    startChild<{ dataDir: string }, { endpoint: string; key: string }>(script, { dataDir }),
    prepareBrowser(),
  ]);
  globalThis.sharedStore = store;
  // Read by test/support/stores.ts: the environment is all that jest's workers inherit.
  process.env['OFFERWATCH_SHARED_STORE'] = JSON.stringify(store.ready);
}
