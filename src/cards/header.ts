import { simulatedWord } from './naming.js';

/** What stands on top of every card. */
export interface Header {
  /** The small line above. */
  readonly eyebrow: string;
  readonly headline: string;
  /** One label when what is shown comes from the simulator, else none. */
  readonly labels: readonly { readonly label: string }[];
}

export function headerOf(eyebrow: string, headline: string, simulated: boolean): Header {
  return { eyebrow, headline, labels: simulated ? [{ label: simulatedWord }] : [] };
}

/** The header as lines of plain text. */
export function headerLines({ eyebrow, headline, labels }: Header): readonly string[] {
  const [label] = labels;
  return [label === undefined ? eyebrow : `${simulatedWord} · ${eyebrow}`, headline];
}
