import type { Picture } from '../domain/picture.js';
import { buttonLines, runButton, type Buttons } from './buttons.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { outsideText } from './outside-text.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';

export interface GuideData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly intro: string;
  readonly rows: readonly { readonly term: string; readonly text: string }[];
  readonly buttons: Buttons;
}

const expand = cardTemplate('guide');
const longestText = 200;

/** Words in rows with a way on: the help, and who one is here. */
export function renderGuide(picture: Extract<Picture, { kind: 'guide' }>, look: Look): Card {
  const data = guideData(picture, look);
  return { content: expand(data), summary: toast(picture.title) };
}

export function guideData(
  { title, intro, rows, options }: Extract<Picture, { kind: 'guide' }>,
  look: Look,
): GuideData {
  const header = headerOf('Offerwatch', title, look.simulated);
  // Terms are our own, angle brackets and all, to be read and typed; texts may hold somebody's ids.
  const shown = rows.map(({ term, text }) => ({ term, text: outsideText(text, longestText) }));
  const buttons: Buttons = {
    runs: options.map((option) => runButton(option.title, option.command)),
    links: [],
  };
  const lines = shown.map(({ term, text }) => `${term}: ${text}`);
  const fallbackText = plainTwin([...headerLines(header), intro, ...lines, ...buttonLines(buttons)]);
  return { fallbackText, header, intro, rows: shown, buttons };
}
