import { inheritedEnvironment, readConfig, type Config } from './config.js';
import type { Local } from './local/start-local.js';
import type { Service } from './service.js';
import { startPage } from './start-page.js';

/** How long the end may take before the process goes all the same; what is saved is carried on by the next start. */
const longestStopMs = 4_000;
const parentCheckMs = 500;

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function complain(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** One sentence for people of what made the start impossible. */
function sentenceOf(error: unknown, config: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `PORT: ${config.port} is taken; stop what uses it, or set PORT to another one`;
  if (code === 'EACCES')
    return `PORT: ${config.port} may not be used by this account; set PORT to one above 1023`;
  return error instanceof Error ? error.message : 'the start failed';
}

async function bringUpLocal(config: Config): Promise<Local | null> {
  const cosmos = config.cosmos === null;
  const simulator = config.partnerCenter.kind === 'simulator';
  if (!cosmos && !simulator && !config.playground) return null;
  const { startLocal } = await import('./local/start-local.js');
  const botEndpoint = `http://127.0.0.1:${config.port}/api/messages`;
  return startLocal({
    dataDir: config.dataDir,
    cosmos,
    simulator,
    playground: config.playground ? { botEndpoint, inherited: inheritedEnvironment() } : null,
  });
}

async function run(config: Config): Promise<void> {
  let local: Local | null = null;
  let service: Service | null = null;
  let ending: Promise<void> | null = null;
  const end = (status: number): Promise<void> => {
    ending ??= (async () => {
      const timer = setTimeout(() => process.exit(status), longestStopMs);
      await service?.stop();
      await local?.stop();
      clearTimeout(timer);
      process.exit(status);
    })();
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  // npm or the shell may be killed without a word to this process; locally nothing is to live on then.
  if (config.registration === null) watchParent(() => void end(0));

  try {
    local = await bringUpLocal(config);
    const { startService } = await import('./service.js');
    service = await startService(config, local);
  } catch (error) {
    complain([sentenceOf(error, config)]);
    return end(1);
  }
  void local?.died.then((how) => {
    complain([how]);
    return end(1);
  });
  say(startPage(config, local, service.address));
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
  say([`Offerwatch is starting, process id ${process.pid}`]);
  void run(read.config);
}
