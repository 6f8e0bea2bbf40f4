import type { Box } from './box.js';

/** What an event means: a set-off box where it matters to somebody now, else a remark; never both. */
export interface Meaning {
  readonly box: Box | null;
  /** Empty beside a box. */
  readonly remark: string;
}

export function boxed(box: Box): Meaning {
  return { box, remark: '' };
}

export function calm(remark: string): Meaning {
  return { box: null, remark };
}
