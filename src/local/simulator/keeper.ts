import { setTimeout as wait } from 'node:timers/promises';
import type { StateFile } from './state-file.js';
import type { SimulatorState } from './state.js';

/** Writes the state, many changes at once, so that the disk is never what is waited for. */
export interface Keeper {
  /** Takes note of a change. */
  keep(state: SimulatorState): void;
  /** Resolves when every change noted so far is on the disk. */
  kept(): Promise<void>;
  /** Writes what is not written yet, and the time, so that no more than the last moments are told again after a kill. */
  keepTime(now: number): void;
}

/** Of the time, so much at most is spent on writing: the larger the state, the rarer. */
const writingShare = 0.4;

export function createKeeper(file: StateFile, clock: () => number = () => performance.now()): Keeper {
  let pending: SimulatorState | undefined;
  let writing: Promise<void> | undefined;
  let freeAt = 0;
  const write = (): void => {
    if (pending === undefined) return;
    const began = clock();
    file.save(pending);
    pending = undefined;
    freeAt = clock() + (clock() - began) * (1 / writingShare - 1);
  };
  const writeSoon = async (): Promise<void> => {
    const rest = freeAt - clock();
    // Awaited in any case: whoever asks has to hold the promise before it is let go.
    await (rest > 1 ? wait(rest, undefined, { ref: false }) : undefined);
    writing = undefined;
    write();
  };
  return {
    keep: (state) => void (pending = state),
    kept: () => {
      if (pending === undefined) return Promise.resolve();
      writing ??= writeSoon();
      return writing;
    },
    keepTime: (now) => {
      write();
      file.saveTime(now);
    },
  };
}
