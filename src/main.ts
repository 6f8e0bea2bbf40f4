import { inheritedEnvironment, readConfig, type Config } from './config.js';
import type { Local } from './local/start-local.js';
import { makeLogger, safeError } from './logger.js';
import type { Log } from './ports.js';
import type { Service } from './service.js';
import { startPage } from './start-page.js';

/** How long the end may take before the process goes all the same; what is saved is carried on by the next start. */
const longestStopMs = 4_000;
const longestServiceStopMs = 2_500;
const longestLocalStopMs = 1_000;
const parentCheckMs = 500;

/** Plain text for the person at the terminal; one JSON line each where a machine reads them. */
type Say = (lines: readonly string[]) => void;

function complain(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** One line for people of what made the start impossible. */
function sentenceOf(error: unknown, { port, host }: Config): string {
  if (!(error instanceof Error)) return 'the start failed';
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `PORT: ${port} is taken; stop what uses it, or set PORT to another one`;
    case 'EACCES':
      return `PORT: ${port} may not be used by this account; set PORT to one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: ${host} is no address of this machine; set HOST to one, or leave it out`;
    default:
      return error.message.split('\n')[0] ?? '';
  }
}

/** Packages write errors, with all that they carry, to the console: only what is safe goes on, as a line of ours. */
function quietConsole(log: Log): void {
  const report = (...said: readonly unknown[]): void => {
    const error = said.find((each) => each instanceof Error);
    log.warn(error === undefined ? {} : { error }, 'a package wrote to the console');
  };
  Object.assign(console, { error: report, warn: report, log: report, info: report, debug: report });
}

async function bringUpLocal(config: Config): Promise<Local | null> {
  const cosmos = config.cosmos === null;
  const simulator = config.partnerCenter.kind === 'simulator';
  if (!cosmos && !simulator && !config.playground) return null;
  const { startLocal } = await import('./local/start-local.js');
  const host = config.host?.includes(':') ? `[${config.host}]` : config.host;
  const botEndpoint = `http://${host}:${config.port}/api/messages`;
  return startLocal({
    dataDir: config.dataDir,
    cosmos,
    simulator,
    playground: config.playground ? { botEndpoint, inherited: inheritedEnvironment() } : null,
  });
}

async function run(config: Config): Promise<void> {
  const log = makeLogger(config.logLevel);
  quietConsole(log);
  const say: Say =
    config.registration === null
      ? (lines) => void process.stdout.write(`${lines.join('\n')}\n`)
      : (lines) => lines.filter(Boolean).forEach((line) => log.info({}, line.trim()));
  let local: Local | null = null;
  let service: Service | null = null;
  let ending = false;

  /** Only the first call decides; a start under way is waited for, so that all it began is known. */
  const end = async (status: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(status), longestStopMs);
    await started.catch(() => undefined);
    await within(longestServiceStopMs, service?.stop());
    await local?.stop(longestLocalStopMs);
    process.exit(status);
  };
  const fail = (...lines: string[]): Promise<void> => {
    if (!ending) complain(lines);
    return end(1);
  };
  const bringUp = async (): Promise<void> => {
    local = await bringUpLocal(config);
    void local?.died.then((how) => fail(how));
    if (ending) return;
    const { startService } = await import('./service.js');
    service = await startService(config, local, log);
    if (!ending) say(startPage(config, local, service.address));
  };

  say([`Offerwatch is starting, process id ${process.pid}`]);
  const started = bringUp();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  // By itself Node.js would print the error, with all that it carries.
  process.on('uncaughtException', (error) => void fail(`unexpected: ${JSON.stringify(safeError(error))}`));
  // npm or the shell may be killed without a word to this process; locally nothing is to live on then.
  if (config.registration === null) watchParent(() => void end(0));
  await started.catch((error: unknown) => fail(sentenceOf(error, config)));
}

/** Waits for the work, but not longer than that. */
async function within(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

function watchParent(gone: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) gone();
  }, parentCheckMs).unref();
}

const read = readConfig();
if (read.kind === 'faults') {
  complain(read.faults);
  process.exitCode = 1;
} else {
  void run(read.config);
}
