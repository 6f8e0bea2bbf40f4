import type { Picture } from '../domain/picture.js';
import { buttonLines, runButton, type Buttons } from './buttons.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { outsideText, outsideTextOr } from './outside-text.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';

export interface ChoiceData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly asked: string;
  readonly buttons: Buttons;
}

const expand = cardTemplate('choice');
const mostOptions = 6;
const longestOption = 60;
const longestAsked = 120;

/** Which of several offers was meant; what was typed stands there as it was typed. */
export function renderChoice(picture: Extract<Picture, { kind: 'choice' }>, look: Look): Card {
  const data = choiceData(picture, look);
  return { content: expand(data), summary: toast(data.header.headline, data.asked) };
}

export function choiceData(
  { asked, found, options }: Extract<Picture, { kind: 'choice' }>,
  look: Look,
): ChoiceData {
  const header = headerFor(found, options.length, look.simulated);
  const typed = `You asked for “${outsideText(asked, longestAsked)}”.`;
  const runs = options
    .slice(0, mostOptions)
    .map(({ title, command }) => runButton(outsideTextOr(title, longestOption, command), command));
  const buttons: Buttons = {
    runs: runs.length === 0 ? [runButton('All offers', 'offers')] : runs,
    links: [],
  };
  const fallbackText = plainTwin([...headerLines(header), typed, ...buttonLines(buttons)]);
  return { fallbackText, header, asked: typed, buttons };
}

function headerFor(found: boolean, count: number, simulated: boolean): Header {
  if (count === 0) return headerOf('No offer fits', 'Nothing like it is tracked', simulated);
  return found
    ? headerOf('Several offers fit', 'Which one?', simulated)
    : headerOf('No offer fits', 'Which one? These are the nearest', simulated);
}
