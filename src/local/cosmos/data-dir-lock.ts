import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type ListenOptions, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 50;
const FIRST_PORT = 20_000;
const PORTS = 12_000;

export interface DataDirLock {
  release(): Promise<void>;
}

/**
 * Makes the caller the only user of the folder until it releases the lock or dies, however it dies. Waits up to
 * `patienceMs` for a predecessor that may be about to end.
 * @throws Error with one sentence for people when another process keeps it.
 */
export async function lockDataDir(dataDir: string, patienceMs = 2_000): Promise<DataDirLock> {
  const name = lockName(realpathSync(dataDir), process.platform);
  for (let waited = 0; waited <= patienceMs; waited += RETRY_MS) {
    if (waited > 0) await pause(RETRY_MS);
    const server = await listenIfFree(name);
    if (server) return { release: () => closed(server) };
  }
  throw new Error(
    `DATA_DIR ${dataDir} is in use by another Offerwatch. Stop it, or set DATA_DIR to another folder.`,
  );
}

/** A name that the kernel gives to one listener and takes back at its death; a file would outlive it. */
export function lockName(folder: string, platform: NodeJS.Platform): ListenOptions {
  const hash = createHash('sha256').update(folder).digest();
  const word = hash.toString('hex').slice(0, 32);
  if (platform === 'linux') return { path: `\0offerwatch-${word}` };
  if (platform === 'win32') return { path: `\\\\.\\pipe\\offerwatch-${word}` };
  return { host: '127.0.0.1', port: FIRST_PORT + (hash.readUInt32BE(0) % PORTS), exclusive: true };
}

function listenIfFree(name: ListenOptions): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
    server.unref();
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
