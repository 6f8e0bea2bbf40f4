import { outsideText } from './outside-text.js';

export type BoxStyle = 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';

/** The set-off box of a card: where it stands, and the one thing to do next. */
export interface Box {
  readonly style: BoxStyle;
  readonly title: string;
  readonly lines: readonly { readonly text: string }[];
}

const longestDetail = 400;

export function boxOf(style: BoxStyle, title: string, ...lines: readonly string[]): Box {
  return { style, title, lines: lines.filter((text) => text !== '').map((text) => ({ text })) };
}

/** Our own sentence about what a command did. */
export function saidBox(said: string): Box {
  return boxOf('emphasis', outsideText(said, longestDetail));
}

/** What failed, in Partner Center's words, or nothing. */
export function detailText(detail: string | null): string {
  const text = outsideText(detail ?? '', longestDetail);
  return text === '' ? '' : `Partner Center says: ${text}`;
}

/** The box as lines of plain text. */
export function boxLines({ title, lines }: Box): readonly string[] {
  return [title, ...lines.map(({ text }) => text)];
}
