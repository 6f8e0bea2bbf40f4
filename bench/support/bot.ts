import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SimulatorReady } from '../../src/local/simulator/start-simulator.js';
import type { Cleanup } from './cleanup.js';
import { built, root } from './paths.js';

/** The bot as it is built for use, in a process of its own with an embedded store of its own. */
export interface Bot {
  readonly pid: number;
  readonly url: string;
  /** Warnings and errors that it logged so far: figures of a bot that has some are worth nothing. */
  complaints(): number;
}

const longestStartMs = 30_000;
const longestStopMs = 6_000;

/** It ends when this process does, however. @throws Error with what it said when it does not start. */
export async function startBot(
  simulator: SimulatorReady,
  pollSeconds: number,
  cleanup: Cleanup,
): Promise<Bot> {
  const child = spawn(process.execPath, [built('main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...environmentOf(simulator, pollSeconds, cleanup.folder()) },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  cleanup.add(async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), longestStopMs);
    await ended;
    clearTimeout(late);
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));

  const until = Date.now() + longestStartMs;
  for (;;) {
    const url = /Bot +(http:\/\/127\.0\.0\.1:\d+)\/api\/messages\n/.exec(said)?.[1];
    if (url !== undefined && child.pid !== undefined)
      return { pid: child.pid, url, complaints: () => said.match(/^\{"level"/gm)?.length ?? 0 };
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the bot did not start: ${said}`);
    await sleep(50);
  }
}

function environmentOf(simulator: SimulatorReady, pollSeconds: number, dataDir: string) {
  const { url, tenantId, clientId, clientSecret, workspace } = simulator;
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    PLAYGROUND: 'off',
    LOG_LEVEL: 'warn',
    DATA_DIR: dataDir,
    POLL_SECONDS: String(pollSeconds),
    PARTNER_CENTER: 'api',
    PARTNER_CENTER_API_URL: url,
    PARTNER_CENTER_AUTHORITY_URL: url,
    PARTNER_CENTER_TENANT_ID: tenantId,
    PARTNER_CENTER_CLIENT_ID: clientId,
    PARTNER_CENTER_CLIENT_SECRET: clientSecret,
    MARKETPLACE_CATALOG_URL: url,
    SENTINEL_API_URL: url,
    SENTINEL_WORKSPACE: workspace,
  };
}
