import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..');

/** The built product, started as a user would start it. */
export interface Product {
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  printed(): string;
  /** Resolves with the first printed line that fits; rejects when the process ends first. */
  line(fits: RegExp): Promise<RegExpExecArray>;
  /** Asks it to end, and resolves with its exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `dist/main.js` with nothing of this process's environment but what it needs to run, and `env`. */
export function startProduct(env: Readonly<Record<string, string>>): Product {
  const child = spawn(process.execPath, [join(root, 'dist', 'main.js')], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    process: child,
    printed: () => lines.join('\n'),
    line: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.map((line) => fits.exec(line)).find((match) => match !== null);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without printing ${fits}:\n${lines.join('\n')}`)));
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** A port that nobody uses just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
