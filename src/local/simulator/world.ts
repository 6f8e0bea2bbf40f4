import type { Move } from './moves.js';
import { resume } from './resume.js';
import type { SimulatorState } from './state.js';
import { tell } from './story.js';

/** The one place that holds the state, moved on by the clock and kept after each change. */
export interface World {
  now(): number;
  /** The state as of now. */
  read(): SimulatorState;
  /** Does what was asked, at this moment; the sentence why not, when it was refused. */
  move(decide: (state: SimulatorState, now: number) => Move): string | undefined;
  /** Keeps the time told so far, so that no more than the last moments are told again after a kill. */
  keepTime(): void;
}

interface WorldOptions {
  readonly state: SimulatorState;
  readonly now: () => number;
  /** Nothing happens by itself. */
  readonly manual: boolean;
  readonly keep: (state: SimulatorState) => void;
}

export function createWorld({ state: kept, now, manual, keep }: WorldOptions): World {
  let state = resume(kept, now());
  const become = (next: SimulatorState, at: number): void => {
    state = { ...next, savedAt: at };
    keep(state);
  };
  const read = (): SimulatorState => {
    const at = now();
    const told = manual ? state : tell(state, at);
    if (told !== state) become(told, at);
    return state;
  };
  become(state, now());
  return {
    now,
    read,
    move: (decide) => {
      const move = decide(read(), now());
      if ('refused' in move) return move.refused;
      become(move.state, now());
      return undefined;
    },
    keepTime: () => become(read(), now()),
  };
}
