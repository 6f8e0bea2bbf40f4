import type { Picture } from '../domain/picture.js';
import { buttonLines, runButton, type Buttons } from './buttons.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card } from './look.js';
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
export function renderChoice(picture: Extract<Picture, { kind: 'choice' }>): Card {
  const data = choiceData(picture);
  return { content: expand(data), summary: toast(data.header.headline, data.asked) };
}

export function choiceData({ asked, found, options }: Extract<Picture, { kind: 'choice' }>): ChoiceData {
  const header = headerOf(
    found ? 'Several offers fit' : 'No offer fits; these are the nearest',
    'Which one?',
    false,
  );
  const typed = `You asked for “${outsideText(asked, longestAsked)}”.`;
  const runs = options
    .slice(0, mostOptions)
    .map(({ title, command }) => runButton(outsideTextOr(title, longestOption, command), command));
  const buttons: Buttons = { runs, links: [] };
  const fallbackText = plainTwin([...headerLines(header), typed, ...buttonLines(buttons)]);
  return { fallbackText, header, asked: typed, buttons };
}
