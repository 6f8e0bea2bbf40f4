import type { Page } from 'playwright-core';
import { hostConfig } from './host-config.js';
import { toHtml } from './markdown.js';
import { style } from './style.js';
import { PALETTES, type Theme } from './theme.js';

export interface Look {
  readonly theme: Theme;
  /** Of the card itself, in pixels. */
  readonly width: number;
}

/** Draws the card in the page with the official renderer, as a message in a channel. */
export async function renderCardPage(page: Page, card: unknown, { theme, width }: Look): Promise<void> {
  await page.setContent(`<!doctype html><html lang="en"><head><style>${style(PALETTES[theme])}</style></head>
<body style="width: ${width + 32}px"><div id="frame"></div></body></html>`);
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.js') });
  await page.addScriptTag({ content: `${toHtml.toString()}\n${DRAW}` });
  const problems: unknown = await page.evaluate(
    `draw(${JSON.stringify(card)}, ${JSON.stringify(hostConfig(theme))})`,
  );
  if (Array.isArray(problems) && problems.length > 0) throw new Error(problems.join('; '));
}

/** Runs in the page. Returns what the parser did not like. */
const DRAW = `
function draw(json, config) {
  const { AdaptiveCard, HostConfig, SerializationContext } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(config);
  const context = new SerializationContext();
  card.parse(json, context);
  document.querySelector('#frame').replaceChildren(card.render());
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}`;
