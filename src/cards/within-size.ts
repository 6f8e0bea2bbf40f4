import type { Card } from './look.js';

const mostBytes = 24_500;

/** The card with as many rows as fit: names may be of letters that take four bytes each. */
export function withinSize(mostRows: number, render: (rows: number) => Card): Card {
  let card = render(mostRows);
  for (let rows = mostRows - 2; rows > 0 && bytesOf(card) > mostBytes; rows -= 2) card = render(rows);
  return card;
}

function bytesOf({ content }: Card): number {
  return Buffer.byteLength(JSON.stringify(content));
}
