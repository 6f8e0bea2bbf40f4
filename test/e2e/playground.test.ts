import type { Browser } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPlayground, type Playground } from '../../src/local/playground/playground.js';
import { launchBrowser } from '../support/browser.js';
import { startStubBot, type StubBot } from '../support/stub-bot.js';
import { press, TeamsPage, tick } from '../support/teams-page.js';

const root = resolve(__dirname, '../..');

describe('the Agents Playground', () => {
  let dataDir: string;
  let bot: StubBot;
  let playground: Playground;
  let browser: Browser;
  let teams: TeamsPage;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'offerwatch-playground-'));
    bot = await startStubBot();
    playground = await startPlayground({
      botEndpoint: bot.endpoint,
      port: 0,
      logDir: dataDir,
      configPath: join(root, 'env/playground.yml'),
      inherited: process.env,
      preload: join(root, 'dist/local/playground/preload.js'),
    });
    browser = await launchBrowser();
    teams = await TeamsPage.open(browser, playground.ready.page);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await bot?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('carries what is said in the personal chat', async () => {
    await teams.openChat('Personal Chat');
    await teams.say('hello');
    await teams.message('You said hello').waitFor();
  }, 60_000);

  it.each(['[::1]', '127.0.0.2'])('is not reached by %s', async (host) => {
    await expect(
      fetch(`http://${host}:${new URL(playground.ready.page).port}`, { signal: AbortSignal.timeout(5_000) }),
    ).rejects.toThrow();
  });

  it('gives the bot a service URL on loopback', async () => {
    await teams.openChat('Personal Chat');
    await teams.say('where');
    await teams.message('You said where').waitFor();
    const { port } = new URL(playground.ready.page);
    expect([...bot.serviceUrls]).toEqual([`http://localhost:${port}/_connector`]);
  }, 60_000);

  it('hears the bot by name in the group chat', async () => {
    await teams.openChat('Go-live crew');
    await teams.sayToBot('good morning');
    await teams.message('You said good morning').waitFor();
  }, 60_000);

  it('replaces a card in place, and shows what the bot posts of its own accord', async () => {
    await teams.openChannel('Sentinel publishing - Releases');
    await teams.post('status of contoso');
    const card = await teams.waitForCard('Contoso is ready');
    await tick(card, 'Queries tested', 'Notes written');
    await press(card, 'Go live');
    await teams.waitForCard('Signed by Release manager with 2 confirmed');
    expect(await teams.card('Contoso is ready').count()).toBe(0);

    await bot.announce('Contoso went live');
    await teams.message('Contoso went live').waitFor();
  }, 60_000);
});
