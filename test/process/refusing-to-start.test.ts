import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  cleanUp,
  freePort,
  freshDataDir,
  membersOf,
  startBot,
  untilGone,
  type BotProcess,
} from './bot-process.js';

const refused = { code: 1, signal: null };

afterEach(cleanUp);

async function healthOf(port: number): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
}

describe('a start is refused', () => {
  it('with one line per fault in the configuration, before anything else is begun', async () => {
    const dataDir = join(freshDataDir(), 'not-made');
    const bot = startBot({ DATA_DIR: dataDir, PORT: 'x', LOG_LEVEL: 'loud', COSMOS_KEY: 'top-secret' });
    expect(await bot.ended).toEqual(refused);
    expect(bot.stderr()).toBe(
      [
        'PORT: is no port; set it to a free port such as 3978',
        'LOG_LEVEL: is not one of debug, info, warn, error, silent; set it to one of them or leave it out',
        'COSMOS_ENDPOINT: is missing while COSMOS_KEY is set; set both or neither\n',
      ].join('\n'),
    );
    expect(bot.stdout()).toBe('');
    expect(existsSync(dataDir)).toBe(false);
  });

  describe('by one that is there already', () => {
    let dataDir: string;
    let port: number;
    let first: BotProcess;

    beforeEach(async () => {
      dataDir = freshDataDir();
      port = await freePort();
      first = startBot({ DATA_DIR: dataDir, PORT: String(port), PLAYGROUND: 'off' });
      await first.running();
    });

    it('in the same DATA_DIR, although other parts of the second were up by then', async () => {
      const second = startBot({ DATA_DIR: dataDir, PORT: String(await freePort()), PLAYGROUND: 'on' });
      await second.pid();
      const members = membersOf(second);
      expect(await second.ended).toEqual(refused);
      expect(second.stderr()).toBe(
        `DATA_DIR ${dataDir} is in use by another Offerwatch. Stop it, or set DATA_DIR to another folder.\n`,
      );
      await untilGone(members);
      expect(await healthOf(port)).toBe(200);
    }, 60_000);

    it('on the same PORT', async () => {
      const second = startBot({ DATA_DIR: freshDataDir(), PORT: String(port), PLAYGROUND: 'off' });
      expect(await second.ended).toEqual(refused);
      expect(second.stderr()).toBe(`PORT: ${port} is taken; stop what uses it, or set PORT to another one\n`);
      expect(second.stdout()).not.toContain('is running');
      expect(await healthOf(port)).toBe(200);
    }, 60_000);
  });

  it('with one line when the store cannot be opened', async () => {
    const port = await freePort();
    const bot = startBot({
      COSMOS_ENDPOINT: `http://127.0.0.1:${port}`,
      COSMOS_KEY: 'dG9wLXNlY3JldA==',
      DATA_DIR: freshDataDir(),
      PORT: '0',
    });
    expect(await bot.ended).toEqual(refused);
    expect(bot.stderr()).toBe(
      `COSMOS_ENDPOINT: the store at 127.0.0.1:${port} cannot be opened (ECONNREFUSED); check that address, COSMOS_KEY or the role of the Azure identity, and the network\n`,
    );
  }, 60_000);

  it('with one line when DATA_DIR cannot be a folder', async () => {
    const bot = startBot({ HOST: '127.0.0.1', PORT: '0', DATA_DIR: '/dev/null/data', PLAYGROUND: 'off' });
    expect(await bot.ended).toEqual(refused);
    expect(bot.stderr()).toBe(
      'DATA_DIR /dev/null/data cannot be written (ENOTDIR). Make it a folder you may write to, or set DATA_DIR to another one.\n',
    );
  }, 60_000);
});
