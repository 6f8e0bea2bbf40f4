import type { Browser, Locator, Page } from 'playwright-core';
import { newPage } from './browser.js';

const BOT = 'Offerwatch';

/**
 * Teams as a person sees it, in the Agents Playground's page. Everything waits for what it needs; what is handed
 * out as a `Locator` waits when it is used. A new page starts with empty chats.
 */
export class TeamsPage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, url: string): Promise<TeamsPage> {
    const page = await newPage(browser);
    page.setDefaultTimeout(15_000);
    await page.goto(url);
    return new TeamsPage(page);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** 'Personal Chat', or the name of the group chat. */
  async openChat(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name, exact: true }).click();
    await this.editor().waitFor();
  }

  /** '<team> - <channel>'. */
  async openChannel(name: string): Promise<void> {
    await this.openChat(name);
  }

  /** Types and sends in the open chat. */
  async say(text: string): Promise<void> {
    await this.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Says it to the bot by name, as a group chat needs it. */
  async sayToBot(text: string): Promise<void> {
    await this.mention();
    await this.page.keyboard.type(` ${text}`);
    await this.page.keyboard.press('Enter');
  }

  /** Starts a thread in the open channel with a mention of the bot and the text. */
  async post(text: string): Promise<void> {
    await this.mention();
    await this.page.keyboard.type(` ${text}`);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** The newest card that shows the one text and not the other; in a channel the newest post is on top, in a chat at the bottom. */
  card(text: string | RegExp, hasNotText?: string): Locator {
    const cards = this.page.locator('.ac-adaptiveCard').filter({ hasText: text });
    return (hasNotText === undefined ? cards : cards.filter({ hasNotText })).first();
  }

  /** A message's text. The page's log repeats every message, so a search of the whole page finds two. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('paragraph').filter({ hasText: text }).first();
  }

  /** The card, once it is there. */
  async waitForCard(text: string | RegExp): Promise<Locator> {
    const card = this.card(text);
    await card.waitFor();
    return card;
  }

  private editor(): Locator {
    return this.page.locator('[data-lexical-editor=true]').first();
  }

  private async type(text: string): Promise<void> {
    await this.editor().click();
    await this.page.keyboard.type(text);
  }

  private async mention(): Promise<void> {
    await this.type(`@${BOT.slice(0, 5)}`);
    await this.page.getByRole('menuitem', { name: BOT }).click();
  }
}

/** Ticks the toggles with these titles on a card. */
export async function tick(card: Locator, ...titles: string[]): Promise<void> {
  for (const name of titles) await card.getByRole('checkbox', { name }).check();
}

export async function press(card: Locator, title: string): Promise<void> {
  await card.getByRole('button', { name: title, exact: true }).click();
}
