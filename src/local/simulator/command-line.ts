import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, type Command } from './command-arguments.js';
import { helpPage, startPage } from './command-page.js';
import { startSimulator } from './start-simulator.js';

void main();

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2));
  if (command.kind === 'start') await start(command);
  else if (command.kind === 'help') process.stdout.write(helpPage());
  else refuse(command.message);
}

async function start({ dataDir, options }: Extract<Command, { kind: 'start' }>): Promise<void> {
  const own = dataDir === null ? mkdtempSync(join(tmpdir(), 'partner-center-simulator-')) : null;
  const clean = (): void => {
    if (own !== null) rmSync(own, { recursive: true, force: true });
  };
  const starting = startSimulator({ ...options, dataDir: dataDir ?? own ?? '' });
  let ending = false;
  const end = async (): Promise<void> => {
    // Ctrl-C reaches the process from the terminal and again from npm.
    if (ending) return;
    ending = true;
    const running = await starting.catch(() => null);
    await running?.stop();
    clean();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  try {
    const { ready } = await starting;
    process.stdout.write(startPage({ ...ready, scenario: options.scenario, pid: process.pid }));
  } catch (error) {
    clean();
    refuse(sentenceOf(error, options.port));
  }
}

function sentenceOf(error: unknown, port = 0): string {
  if (!(error instanceof Error)) return String(error);
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? `Port ${port} is taken: choose another one with --port.` : error.message;
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
