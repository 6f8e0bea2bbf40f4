import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFaults } from './architecture/file-rules.js';
import { forbiddenImports } from './architecture/import-rules.js';
import { lockFileFaults, type LockFile } from './architecture/lock-file.js';
import { deadPaths, unnamedFolders } from './architecture/map.js';

const root = join(__dirname, '..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, source: read(`src/${path}`) }));

describe('arrows between rooms', () => {
  it('point inward', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(({ path, source }) => forbiddenImports(path, source))).toEqual([]);
  });

  it.each([
    ['domain/a.ts', "import { x } from '../ports.js';"],
    ['domain/a.ts', "import type { x } from '../use-cases/b.js';"],
    ['domain/a.ts', "import { readFileSync } from 'node:fs';"],
    ['domain/a.ts', "import { z } from 'zod';"],
    ['ports.ts', "import type { x } from './adapters/cosmos/client.js';"],
    ['use-cases/a.ts', "import { x } from '../adapters/cosmos/client.js';"],
    ['use-cases/a.ts', "import { x } from '../cards/look.js';"],
    ['use-cases/a.ts', "export * from '../logger.js';"],
    ['cards/a.ts', "import type { x } from '../ports.js';"],
    ['cards/a.ts', "import net from 'node:net';"],
    ['adapters/teams/a.ts', "import { x } from '../../use-cases/b.js';"],
    ['adapters/teams/a.ts', "import { type x, y } from '../../use-cases/b.js';"],
    ['adapters/teams/actions/a.ts', "import type { x } from '../../cosmos/client.js';"],
    ['adapters/http/a.ts', "import { x } from '../teams/bot.js';"],
    ['adapters/http/a.ts', "import { ActivityHandler } from 'botbuilder';"],
    ['adapters/cosmos/a.ts', "import { x } from '../outbound.js';"],
    ['adapters/marketplace/a.ts', "import { x } from '../partner-center/client.js';"],
    ['adapters/content-hub/a.ts', "import type { x } from '../partner-center/token.js';"],
    ['adapters/outbound.ts', "import { x } from './partner-center/client.js';"],
    ['adapters/fax/a.ts', ''],
    ['config.ts', "import { x } from './domain/person.js';"],
    ['config/a.ts', "import { pino } from 'pino';"],
    ['worker.ts', "import { setTimeout } from 'node:timers/promises';"],
    ['logger.ts', "import type { x } from './config.js';"],
    ['local/cosmos/a.ts', "import { x } from '../../domain/offer.js';"],
    ['app.ts', "import type { x } from './config.js';"],
    ['app.ts', "import { x } from './local/start-local.js';"],
    ['app.ts', "import { createServer } from 'restify';"],
    ['app.ts', "const restify = require('restify');"],
    ['main.ts', "import { x } from './local/start-local.js';"],
    ['service.ts', "import { createServer } from 'restify';"],
    ['start-page.ts', "type Local = typeof import('zod');"],
    ['main.ts', "import x = require('botbuilder');"],
    ['main.ts', "import { x } from '../test/support/until.js';"],
    ['utils/a.ts', ''],
    ['process/a.ts', ''],
  ])('%s is refused %s', (path, source) => {
    expect(forbiddenImports(path, source)).toHaveLength(1);
  });

  it.each([
    ['domain/a.ts', "import { DateTime } from 'luxon'; import { x } from './offer.js';"],
    ['use-cases/a.ts', "import Fuse from 'fuse.js'; import type { x } from '../ports.js';"],
    ['cards/a.ts', "import { join } from 'node:path'; import { x } from '../domain/offer.js';"],
    ['adapters/teams/actions/a.ts', "import type { x } from '../../../use-cases/b.js';"],
    ['adapters/teams/a.ts', "import { type x, type y } from '../../use-cases/b.js';"],
    ['config.ts', "import { x } from './config/variables.js'; import { readFileSync } from 'node:fs';"],
    ['app.ts', "import type { CloudAdapter } from 'botbuilder';"],
    ['main.ts', "import type { x } from './local/a.js'; const x = await import('./local/a.js');"],
    ['local/simulator/a.ts', "import { x } from '../child.js'; require.resolve('anything');"],
  ])('%s is allowed %s', (path, source) => {
    expect(forbiddenImports(path, source)).toEqual([]);
  });
});

describe('each file', () => {
  it('is short, keeps off the environment, and wires where it is to wire', () => {
    expect(sources.flatMap(({ path, source }) => fileFaults(path, source))).toEqual([]);
  });

  it.each([
    ['use-cases/a.ts', '\n'.repeat(151)],
    ['main.ts', 'const x = process.env;'],
    ['main.ts', "const x = process['env'];"],
    ['main.ts', 'const x = process[name];'],
    ['main.ts', 'const { env } = process;'],
    ['main.ts', 'const x = globalThis.process.env.HOME;'],
    ['main.ts', "import { env } from 'node:process';"],
    ['config/files.ts', 'const x = process.env.HOME;'],
    ['app.ts', 'switch (x) {}'],
    ['app.ts', 'try { x(); } catch {}'],
    ['app.ts', 'class X {}'],
    ['app.ts', 'const x = a ? b : c;'],
  ])('%s is refused %j', (path, source) => {
    expect(fileFaults(path, source)).toHaveLength(1);
  });

  it.each([
    ['use-cases/a.ts', '\n'.repeat(150)],
    ['config.ts', 'const x = process.env;'],
    ['main.ts', 'const x = process.pid; const { env } = settings; const p = process;'],
    ['app.ts', 'if (x) y();'],
  ])('%s is allowed %j', (path, source) => {
    expect(fileFaults(path, source)).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const page = read('ARCHITECTURE.md');
  const ours = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', 'coverage', '.git', '.offerwatch'].includes(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? [
            entry.name,
            ...readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map(
              (path) => `${entry.name}/${path.replaceAll('\\', '/')}`,
            ),
          ]
        : [entry.name],
    );
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('names nothing that is not there', () => {
    expect(deadPaths(page, new Set(ours))).toEqual([]);
  });

  it('names every folder of src', () => {
    expect(unnamedFolders(page, folders)).toEqual([]);
  });

  it('would be found out', () => {
    const paths = new Set(['src', 'src/app.ts', 'src/cards', 'src/cards/look.ts', 'package.json']);
    const dead = '`src/gone`, `src/cards/gone.ts`, `gone.ts`, `gone/package.json`';
    const alive = '`src/app.ts`, `src/cards`, `look.ts`, `package.json`, `offers`, `/offerKey`, `npm start`';
    expect(deadPaths(`${dead} ${alive}`, paths)).toEqual([
      'src/gone',
      'src/cards/gone.ts',
      'gone.ts',
      'gone/package.json',
    ]);
    expect(unnamedFolders('`src/cards`, `src/local/child.ts`', ['cards', 'local', 'card'])).toEqual(['card']);
  });
});

describe('the lock file', () => {
  it('installs on every platform, from any registry', () => {
    expect(lockFileFaults(JSON.parse(read('package-lock.json')) as LockFile)).toEqual([]);
  });

  it('would be found out', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { '@os/linux': '1.0.0', '@os/other': '1.0.0' } },
      'node_modules/a/node_modules/@os/linux': { resolved: 'https://registry.example/linux.tgz' },
    };
    expect(lockFileFaults({ packages })).toEqual([
      'node_modules/a wants @os/other, which has no entry',
      'node_modules/a/node_modules/@os/linux is resolved to an address',
    ]);
  });
});
