import { createDirectory, type Named } from './directory.js';
import type { Move } from './moves.js';
import { resume } from './resume.js';
import type { Offer, SimulatorState } from './state.js';
import { nextEventAt, tell } from './story.js';

/** The one place that holds the state, moved on by the clock and handed on after each change. */
export interface World {
  now(): number;
  /** The state as of now. */
  read(): SimulatorState;
  /** The offers with such a name, as of now, deleted ones too. */
  find(by: Named, name: string): readonly Offer[];
  /** Does what was asked, at this moment; the sentence why not, when it was refused. */
  move(decide: (state: SimulatorState, now: number) => Move): string | undefined;
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
  // Looked up at every request, found again only after a change.
  let nextAt = Infinity;
  const become = (next: SimulatorState, at: number): void => {
    state = { ...next, savedAt: at };
    nextAt = manual ? Infinity : nextEventAt(state);
    keep(state);
  };
  const read = (): SimulatorState => {
    const at = now();
    if (at >= nextAt) become(tell(state, at), at);
    return state;
  };
  const directory = createDirectory(state.offers);
  become(state, now());
  return {
    now,
    read,
    find: (by, name) => {
      const { offers } = read();
      return directory(by, name).flatMap((place) => offers[place] ?? []);
    },
    move: (decide) => {
      const move = decide(read(), now());
      if ('refused' in move) return move.refused;
      become(move.state, now());
      return undefined;
    },
  };
}
