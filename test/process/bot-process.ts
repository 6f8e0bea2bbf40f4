import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, onLinux, treeOf, type Seen } from './process-table.js';
import { until } from '../support/until.js';

const root = join(__dirname, '..', '..');

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The bot as somebody starts it: in a process group of its own, as a terminal makes one. */
export interface BotProcess {
  /** Of the process that was started: the bot's own, or npm's. */
  readonly launcher: number;
  /** The bot's own, as it prints it; resolves once it has. */
  pid(): Promise<number>;
  /** Resolves when it says that it runs. */
  running(): Promise<void>;
  readonly ended: Promise<End>;
  stdout(): string;
  stderr(): string;
  signal(whom: 'bot' | 'launcher' | 'group', signal: NodeJS.Signals): Promise<void>;
}

const started: BotProcess[] = [];
const folders: string[] = [];

/** @param environment everything it is told; nothing of the tests' own environment reaches it but the path. */
export function startBot(
  environment: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]] = [process.execPath, 'dist/main.js'],
): BotProcess {
  const [program, ...words] = command;
  const child = spawn(program, words, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  });
  const launcher = child.pid ?? 0;
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<End>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const pid = async (): Promise<number> => {
    const found = await until('the bot has named its process', () => /process id (\d+)/.exec(said.stdout));
    return Number(found[1]);
  };
  const bot: BotProcess = {
    launcher,
    pid,
    running: async () => {
      await until('the bot runs', () => {
        if (child.exitCode !== null) throw new Error(`the bot ended: ${said.stderr}`);
        return said.stdout.includes('Offerwatch is running');
      });
    },
    ended,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    signal: async (whom, signal) => {
      process.kill(whom === 'group' ? -launcher : whom === 'bot' ? await pid() : launcher, signal);
    },
  };
  started.push(bot);
  return bot;
}

/** `npm start` without the build before it, which other tests of the same run would stumble over. */
export function startThroughNpm(environment: Readonly<Record<string, string>>): BotProcess {
  return startBot(environment, ['npm', 'start', '--ignore-scripts', '--no-update-notifier']);
}

/** Everything that belongs to it now, for asking later whether it is gone. */
export function membersOf(bot: BotProcess): readonly Seen[] {
  return onLinux ? treeOf(bot.launcher) : [];
}

export async function untilGone(members: readonly Seen[]): Promise<void> {
  await until('nothing that it started lives on', () => !members.some(isAlive));
}

/** The caller deletes it. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'offerwatch-process-'));
}

/** Deleted after the test. */
export function freshDataDir(): string {
  const folder = makeDataDir();
  folders.push(folder);
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** After each test: whatever it left is ended by force, its data deleted. */
export async function cleanUp(): Promise<void> {
  for (const bot of started.splice(0)) {
    const members = membersOf(bot);
    try {
      process.kill(-bot.launcher, 'SIGKILL');
    } catch {
      // The whole group has gone, as it should have.
    }
    await bot.ended;
    await untilGone(members);
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
