import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild, type Child } from '../../../src/local/child.js';
import { lockDataDir, lockName } from '../../../src/local/cosmos/data-dir-lock.js';
import {
  startEmbeddedCosmos,
  type EmbeddedCosmos,
  type EmbeddedCosmosOptions,
} from '../../../src/local/cosmos/start-embedded-cosmos.js';

const SCRIPT = path.resolve(__dirname, '../../../dist/local/cosmos/process.js');

let root: string;
let dataDir: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'offerwatch-lock-'));
  dataDir = path.join(root, 'not', 'yet', 'there');
});

afterEach(() => rmSync(root, { recursive: true }));

const start = (): Promise<Child<EmbeddedCosmos>> =>
  startChild<EmbeddedCosmosOptions, EmbeddedCosmos>(SCRIPT, { dataDir });

const inUse = (folder: string): string =>
  `DATA_DIR ${folder} is in use by another Offerwatch. Stop it, or set DATA_DIR to another folder.`;

describe('the data folder', () => {
  it('serves one: of starters that race exactly one wins, the others are told why', async () => {
    const starters = await Promise.allSettled([start(), start(), start(), start()]);
    const won = starters.filter((starter) => starter.status === 'fulfilled');
    const lost = starters.filter((starter) => starter.status === 'rejected');
    await Promise.all(won.map(({ value }) => value.stop()));
    expect(won).toHaveLength(1);
    expect(lost.map(({ reason }) => (reason as Error).message)).toEqual([1, 2, 3].map(() => inUse(dataDir)));
  });

  it('is free again when its user has stopped, and taken again by the next', async () => {
    const first = await startEmbeddedCosmos({ dataDir });
    await expect(lockDataDir(dataDir, 0)).rejects.toThrow(inUse(dataDir));
    await first.stop();
    const second = await startEmbeddedCosmos({ dataDir });
    expect(second.ready.key).toBe(first.ready.key);
    await second.stop();
  });

  it('is waited for while a predecessor ends', async () => {
    mkdirSync(dataDir, { recursive: true });
    const first = await lockDataDir(dataDir);
    const second = lockDataDir(dataDir);
    await first.release();
    await (await second).release();
    await expect(second).resolves.toBeDefined();
  });

  it('is the same folder by another name', async () => {
    mkdirSync(dataDir, { recursive: true });
    const alias = path.join(root, 'alias');
    symlinkSync(dataDir, alias);
    const lock = await lockDataDir(dataDir);
    await expect(lockDataDir(alias, 0)).rejects.toThrow(inUse(alias));
    await lock.release();
  });

  it('is let go of when the start fails later', async () => {
    const first = await startEmbeddedCosmos({ dataDir });
    const port = Number(new URL(first.ready.endpoint).port);
    const other = path.join(root, 'other');
    await expect(startEmbeddedCosmos({ dataDir: other, port })).rejects.toThrow(/EADDRINUSE/);
    const lock = await lockDataDir(other, 0);
    await lock.release();
    await first.stop();
  });

  it('that cannot be made is a sentence that names DATA_DIR', async () => {
    writeFileSync(path.join(root, 'file'), '');
    const impossible = path.join(root, 'file', 'data');
    await expect(startEmbeddedCosmos({ dataDir: impossible })).rejects.toThrow(
      `DATA_DIR ${impossible} cannot be written (ENOTDIR). Make it a folder you may write to, or set DATA_DIR to another one.`,
    );
  });
});

describe('the lock', () => {
  it('is a thing the kernel frees on each system', () => {
    expect(lockName('/data', 'linux').path).toMatch(/^\0offerwatch-[0-9a-f]{32}$/);
    expect(lockName('/data', 'win32').path).toMatch(/^\\\\\.\\pipe\\offerwatch-[0-9a-f]{32}$/);
    const { host, port } = lockName('/data', 'darwin');
    expect(host).toBe('127.0.0.1');
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_000);
  });

  it('has a name of its own for each folder', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      expect(lockName('/data', platform)).not.toEqual(lockName('/other', platform));
    }
  });
});
