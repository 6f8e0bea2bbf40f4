import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  cleanUp,
  freePort,
  freshDataDir,
  isFree,
  makeDataDir,
  membersOf,
  startBot,
  startThroughNpm,
  untilGone,
  type BotProcess,
  type End,
} from './bot-process.js';
import { openConversation, postMessage, type Conversation } from './conversation.js';
import { listeningSockets, onLinux } from './process-table.js';
import { until } from '../support/until.js';

// What lives on is read from Linux's process table. Elsewhere these tests are passed over, and shown as such.
const describeOnLinux = onLinux ? describe : describe.skip;

const endedWell: End = { code: 0, signal: null };
/** Where the Agents Playground is unless somebody else is there. */
const playgroundPort = 56150;
const killed: End = { code: null, signal: 'SIGKILL' };

afterEach(cleanUp);

describeOnLinux('the end', () => {
  let conversation: Conversation;
  let port: number;
  const dataDir = makeDataDir();
  /** What was followed in the bots before: each start finds what all before it stored. */
  const followed: string[] = [];

  beforeAll(async () => {
    conversation = await openConversation();
    port = await freePort();
  });
  afterAll(async () => {
    await conversation.close();
    rmSync(dataDir, { recursive: true });
  });

  const startAgain = async ({ npm = false, playground = false }): Promise<BotProcess> => {
    const environment = {
      PORT: String(port),
      DATA_DIR: dataDir,
      PLAYGROUND: playground ? 'on' : 'off',
    };
    const bot = npm ? startThroughNpm(environment) : startBot(environment);
    await bot.running();
    const told = await conversation.ask(port, 'subscriptions');
    for (const publisher of followed) expect(told).toContain(publisher);
    return bot;
  };

  interface Ending {
    readonly to: 'bot' | 'launcher' | 'group';
    readonly signal: NodeJS.Signals;
    /** Of the process that was started; null: npm reports in its own way what became of the bot. */
    readonly end: End | null;
    readonly npm?: boolean;
    readonly playground?: boolean;
  }

  it.each<[string, Ending]>([
    ['Ctrl-C', { npm: true, to: 'group', signal: 'SIGINT', end: endedWell, playground: true }],
    ['SIGINT to npm alone', { npm: true, to: 'launcher', signal: 'SIGINT', end: endedWell }],
    ['SIGTERM to npm alone', { npm: true, to: 'launcher', signal: 'SIGTERM', end: endedWell }],
    ['SIGTERM to the bot under npm', { npm: true, to: 'bot', signal: 'SIGTERM', end: endedWell }],
    ['SIGTERM to the bot', { to: 'bot', signal: 'SIGTERM', end: endedWell }],
    ['SIGTERM to the whole group', { to: 'group', signal: 'SIGTERM', end: endedWell }],
    ['a terminal that is closed', { to: 'group', signal: 'SIGHUP', end: endedWell }],
    ['kill -9 of npm', { npm: true, to: 'launcher', signal: 'SIGKILL', end: killed }],
    ['kill -9 of the bot under npm', { npm: true, to: 'bot', signal: 'SIGKILL', end: null }],
    ['kill -9 of the bot', { to: 'bot', signal: 'SIGKILL', end: killed, playground: true }],
    ['kill -9 of the whole group', { npm: true, to: 'group', signal: 'SIGKILL', end: killed }],
  ])(
    'by %s leaves nothing behind but the data',
    async (_how, ending) => {
      const bot = await startAgain(ending);
      const publisher = `publisher-${followed.length + 1}`;
      await conversation.ask(port, `subscribe ${publisher}.*`);
      followed.push(publisher);
      const members = membersOf(bot);
      const ports = listeningSockets(members).map((socket) => socket.port);
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(ports).toContain(port);

      await bot.signal(ending.to, ending.signal);
      const ended = await bot.ended;
      if (ending.end === null) expect(ended).not.toEqual(endedWell);
      else expect(ended).toEqual(ending.end);
      await untilGone(members);
      // Another Playground on this machine may have taken that port at once.
      for (const each of ports.filter((taken) => taken !== playgroundPort))
        expect([each, await isFree(each)]).toEqual([each, true]);
      if (!ending.npm) expect(bot.stderr()).toBe('');
    },
    60_000,
  );

  it('of the last one left everything as it was', () => startAgain({}), 60_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s may come during the start',
    async (signal) => {
      const bot = startBot({ PORT: String(port), DATA_DIR: dataDir });
      await bot.pid();
      await until('it has started a part', () => membersOf(bot).length > 1);
      const members = membersOf(bot);
      await bot.signal('group', signal);
      expect(await bot.ended).toEqual(endedWell);
      expect(bot.stdout()).not.toContain('is running');
      expect(bot.stderr()).toBe('');
      await untilGone(members);
      await startAgain({});
    },
    60_000,
  );

  it('by Ctrl-C pressed again and again is still a good one', async () => {
    const bot = startBot({ PORT: '0', DATA_DIR: freshDataDir(), PLAYGROUND: 'off' });
    await bot.running();
    const members = membersOf(bot);
    for (let pressed = 0; pressed < 5; pressed += 1) await bot.signal('group', 'SIGINT');
    expect(await bot.ended).toEqual(endedWell);
    expect(bot.stderr()).toBe('');
    await untilGone(members);
  }, 60_000);

  it('comes although an answer is under way that nobody takes', async () => {
    const deaf = createServer(() => undefined);
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}/`;
    const bot = await startAgain({});
    const members = membersOf(bot);
    const answered = postMessage(port, serviceUrl, 'help').catch(() => 'cut');
    await once(deaf, 'request');
    await bot.signal('bot', 'SIGTERM');
    expect(await bot.ended).toEqual(endedWell);
    expect(await answered).toBe('cut');
    await untilGone(members);
    deaf.closeAllConnections();
    deaf.close();
    await startAgain({});
  }, 60_000);

  it('comes by itself, with a reason, when a part dies', async () => {
    const bot = startBot({ PORT: '0', DATA_DIR: freshDataDir(), PLAYGROUND: 'off' });
    await bot.running();
    const members = membersOf(bot);
    const part = members.find(({ pid }) => pid !== bot.launcher);
    process.kill(part?.pid ?? 0, 'SIGKILL');
    expect(await bot.ended).toEqual({ code: 1, signal: null });
    expect(bot.stderr()).toMatch(/^(cosmos|simulator) ended \(SIGKILL\)\n$/);
    await untilGone(members);
  }, 60_000);
});
