import { join } from 'node:path';
import { startChild, type Child } from '../../src/local/child.js';
import { until } from '../support/until.js';
import { cleanUp, freePort, freshDataDir, membersOf, startBot, type BotProcess } from './bot-process.js';
import { listeningSockets, loopbackAddresses, onLinux } from './process-table.js';

const itOnLinux = onLinux ? it : it.skip;
const storeScript = join(__dirname, '..', '..', 'dist', 'local', 'cosmos', 'process.js');

interface Store {
  readonly endpoint: string;
  readonly key: string;
}

afterEach(cleanUp);

describe('without a registration', () => {
  itOnLinux(
    'everything listens on loopback and nowhere else',
    async () => {
      const port = await freePort();
      const bot = startBot({ DATA_DIR: freshDataDir(), PORT: String(port) });
      await bot.running();
      const sockets = listeningSockets(membersOf(bot));
      // The bot, the store, the simulator and the Playground.
      expect(sockets.length).toBeGreaterThanOrEqual(4);
      expect(sockets.map((socket) => socket.port)).toContain(port);
      expect(sockets.filter(({ address }) => !loopbackAddresses.includes(address))).toEqual([]);
    },
    60_000,
  );

  it('the start page names each part, the page to open and three things to try', async () => {
    const port = await freePort();
    const bot = startBot({ DATA_DIR: freshDataDir(), PORT: String(port) });
    await bot.running();
    await until('the page is complete', () => bot.stdout().includes('3. '));
    const page = bot.stdout();
    expect(page.split('\n')[0]).toBe(`Offerwatch is starting, process id ${bot.launcher}`);
    expect(page).toContain(`  Bot             http://127.0.0.1:${port}/api/messages`);
    for (const part of ['Cosmos DB', 'Partner Center', 'Marketplace', 'Content hub', 'Teams'])
      expect(page).toMatch(new RegExp(`^ {2}${part} +.*http://127\\.0\\.0\\.1:\\d+`, 'm'));
    expect(page).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+ and try:$/m);
  }, 60_000);
});

describe('with a store of its own', () => {
  let store: Child<Store>;
  let bot: BotProcess;
  let address: string;

  beforeEach(async () => {
    store = await startChild<{ dataDir: string }, Store>(storeScript, { dataDir: freshDataDir() });
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    bot = startBot({
      BOT_ID: 'bot',
      BOT_PASSWORD: 'top-secret',
      BOT_TENANT_ID: 'tenant',
      ADMINS: 'admin',
      COSMOS_ENDPOINT: store.ready.endpoint,
      COSMOS_KEY: store.ready.key,
      PARTNER_CENTER: 'off',
      HOST: '127.0.0.1',
      PORT: String(port),
    });
    await bot.running();
  });
  afterEach(() => store.stop());

  it('it lives, is ready while the store answers, and is not when it has gone', async () => {
    const statusOf = async (path: string): Promise<number> => (await fetch(`${address}${path}`)).status;
    expect(await statusOf('/healthz')).toBe(200);
    const ready = await fetch(`${address}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', store: 'ok', goLive: 'record' });

    await store.stop();
    await until('it is not ready', async () => (await statusOf('/readyz')) === 503);
    const body = await (await fetch(`${address}/readyz`)).text();
    expect(JSON.parse(body)).toMatchObject({ status: 'not ready', store: 'not answering' });
    expect(body).not.toContain(store.ready.key);
    expect(await statusOf('/healthz')).toBe(200);

    await bot.signal('bot', 'SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
  }, 60_000);

  it('a registered bot writes JSON lines and nothing else, and answers nobody unknown', async () => {
    const answer = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text: 'status',
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        from: { id: '29:somebody' },
        conversation: { id: 'a:chat' },
      }),
    });
    expect(answer.status).toBe(401);
    await bot.signal('bot', 'SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    const lines = bot.stdout().trimEnd().split('\n');
    const texts = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(texts).toContain(`Offerwatch is starting, process id ${bot.launcher}`);
    expect(texts).toContain('Offerwatch is running');
    expect(bot.stdout()).not.toContain('top-secret');
    expect(bot.stdout()).not.toContain(store.ready.key);
    expect(bot.stderr()).toBe('');
  }, 60_000);
});
