import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from '../make-folder.js';
import { superviseChild, type Child } from '../child.js';
import { environment } from './environment.js';

export interface PlaygroundOptions {
  /** Where the bot takes activities. It may come up later than the Playground. */
  readonly botEndpoint: string;
  /** The port wished for; a taken one is replaced by a free one, so go by `page`. */
  readonly port: number;
  readonly logDir: string;
  readonly configPath: string;
  /** What of our environment it needs to run at all; nothing else of ours is its business. */
  readonly inherited: NodeJS.ProcessEnv;
  /** The compiled preload; by default the one beside this file. */
  readonly preload?: string;
}

/** Microsoft 365 Agents Playground in a process of its own, which ends when this one does, however that happens. */
export type Playground = Child<{ readonly page: string; readonly pid: number }>;

/**
 * Resolves when the page can be opened.
 * @throws Error when it ends first, naming the log file that tells why.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  makeFolder(options.logDir);
  const logFile = join(options.logDir, 'playground.log');
  const child = fork(commandLine(), argumentsFor(options), {
    execArgv: ['--require', options.preload ?? join(__dirname, 'preload.js')],
    env: environment(options.inherited, options.configPath, logFile),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stderr?.resume();
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(`the Agents Playground ended (${code ?? signal}), see ${logFile}`),
    );
  });
  const failed = ended.then((how) => Promise.reject(new Error(how)));
  const port = await Promise.race([portOf(child), failed]);
  const page = `http://127.0.0.1:${port}`;
  await Promise.race([untilServing(page, child), failed]);
  return superviseChild(child, { page, pid: child.pid ?? 0 }, ended);
}

/** The package's documented command, found without reading more of it than its package.json. */
function commandLine(): string {
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { agentsplayground: string } };
  return join(dirname(manifest), bin.agentsplayground);
}

function argumentsFor({ botEndpoint, port }: PlaygroundOptions): string[] {
  return ['start', '-e', botEndpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
}

/** Its port is printed, and its page served, before its configuration is read: only the connector's word counts. */
async function untilServing(page: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${page}/_connector/v3/conversations/none/members`).catch(() => undefined);
    if ((await answer?.text())?.includes('ConversationNotFound')) return;
    await setTimeout(20);
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('the Agents Playground has no standard output'));
    // The lines are read to the end: a full pipe would stop the process.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /Listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}
