import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { defaultChecklist } from '../../src/domain/checklist.js';
import { launchBrowser } from '../support/browser.js';
import { cleanUp, freePort, startBot, type BotProcess } from '../process/bot-process.js';
import { press, TeamsPage, tick } from '../support/teams-page.js';
import { until } from '../support/until.js';

const storyMs = 90_000;
const releases = 'Sentinel publishing - Releases';

/** What a new user does with `npm start`, in Microsoft's own simulator of Teams, by clicking and typing. */
describe('the first minutes in the Playground', () => {
  let dataDir: string;
  let bot: BotProcess;
  let browser: Browser;
  let teams: TeamsPage;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'offerwatch-e2e-'));
    bot = startBot({ DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'warn' });
    await bot.running();
    const [, page = ''] = await until('the page to open is printed', () =>
      /Open (http:\S+)/.exec(bot.stdout()),
    );
    browser = await launchBrowser();
    teams = await TeamsPage.open(browser, page);
  }, storyMs);

  afterAll(async () => {
    await browser?.close();
    await bot.signal('bot', 'SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    await cleanUp();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('asks for a status in a personal chat and gets the six stages', async () => {
    await teams.openChat('Personal Chat');
    await teams.say('status of contoso');
    const card = await teams.waitForCard('Contoso Threat Protection');
    for (const stage of [
      'Automated validation',
      'Preview creation',
      'Publisher approval',
      'Certification',
      'Publishing',
      'Content hub',
    ])
      expect(await card.textContent()).toContain(stage);
    expect(await card.textContent()).toContain('Simulated');
  });

  it(
    'subscribes in a channel and watches a transition card arrive',
    async () => {
      await teams.openChannel(releases);
      await teams.post('subscribe fabrikam');
      await teams.waitForCard('subscribed this conversation');
      const arrived = teams.card('Fabrikam Identity Monitor', 'subscribed this conversation');
      await arrived.waitFor({ timeout: storyMs });
      // Which stage comes next depends on how long the start took.
      expect(await arrived.textContent()).toMatch(/preview|certification/i);
    },
    storyMs + 10_000,
  );

  it(
    'ticks every item, presses Go live, and sees who signed in place and the offer move on',
    async () => {
      await teams.openChat('Personal Chat');
      await teams.say('approve contoso');
      const approval = await teams.waitForCard('0 of 6 confirmed');
      await press(approval, 'Go live');
      await teams.waitForCard('Not signed off');

      const open: Locator = teams.card('0 of 6 confirmed');
      await tick(open, ...defaultChecklist.map(({ title }) => title));
      await press(open, 'Go live');
      const signed = await teams.waitForCard('Signed off by Release manager');
      expect(await signed.textContent()).toMatch(/Submission\s*:?\s*\d{19}/);
      expect(await signed.textContent()).toMatch(/\d{1,2} \w{3} \d{4}, \d\d:\d\d UTC/);
      expect(await teams.card('0 of 6 confirmed').count()).toBe(0);

      await teams.waitForCard(/Accepted by Partner Center: in certification/);
      await teams.say('status of contoso');
      await teams.waitForCard(/In certification/);
    },
    storyMs,
  );
});
