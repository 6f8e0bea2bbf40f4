import type { Browser, Page } from 'playwright-core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser, newPage } from '../support/browser.js';
import { renderCardPage, type Look } from './render-card-page.js';
import type { Theme } from './theme.js';

export interface NamedCard {
  readonly name: string;
  readonly card: unknown;
}

export interface Shots {
  readonly themes?: readonly Theme[];
  readonly widths?: readonly number[];
}

/**
 * Writes `<name>.<theme>.<width>.png` for each card, theme and width, and returns the paths.
 * @throws Error when a card is not drawn without complaint.
 */
export async function shootCards(
  cards: readonly NamedCard[],
  outDir: string,
  { themes = ['light', 'dark'], widths = [600, 320] }: Shots = {},
): Promise<string[]> {
  await mkdir(outDir, { recursive: true });
  const looks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));
  const browser: Browser = await launchBrowser();
  try {
    const page = await newPage(browser, { width: Math.max(...widths) + 32, height: 100 });
    const files: string[] = [];
    for (const card of cards) for (const look of looks) files.push(await shoot(page, card, look, outDir));
    return files;
  } finally {
    await browser.close();
  }
}

async function shoot(page: Page, { name, card }: NamedCard, look: Look, outDir: string): Promise<string> {
  const shot = `${name}.${look.theme}.${look.width}`;
  await renderCardPage(page, card, look).catch((error: unknown) => {
    throw new Error(`${shot}: ${String(error)}`, { cause: error });
  });
  const path = join(outDir, `${shot}.png`);
  await page.locator('body').screenshot({ path });
  return path;
}
