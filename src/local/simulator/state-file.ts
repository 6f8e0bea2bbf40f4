import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../make-folder.js';
import type { Offer, SimulatorState } from './state.js';

const header = z.looseObject({
  format: z.literal(1),
  scenario: z.string(),
  savedAt: z.number(),
  offers: z.array(z.unknown()),
});

export interface StateFile {
  /** Undefined when there is none yet. @throws Error when there is one that is not ours. */
  load(): SimulatorState | undefined;
  save(state: SimulatorState): void;
  /** Says that the state last saved still held at this time, without writing it again. */
  saveTime(now: number): void;
}

/** The state as one JSON file, replaced whole, so that a kill leaves the old one or the new one; the time beside it. */
export function stateFile(dataDir: string): StateFile {
  const file = join(dataDir, 'simulator.json');
  const timeFile = join(dataDir, 'simulator-time.json');
  makeFolder(dataDir);
  const jsonOf = createOfferJson();
  return {
    load: () => {
      if (!existsSync(file)) return undefined;
      const parsed = header.safeParse(parseJson(file));
      if (parsed.success) {
        const savedAt = Math.max(parsed.data.savedAt, z.number().catch(0).parse(parseJson(timeFile)));
        return { ...parsed.data, savedAt } as unknown as SimulatorState;
      }
      throw new Error(`${file} is not a state of the simulator: delete it to begin the story again.`);
    },
    save: ({ offers, ...rest }) => {
      const head = JSON.stringify(rest).slice(0, -1);
      replace(file, `${head},"offers":[${offers.map((offer) => jsonOf(offer)).join(',')}]}`);
    },
    saveTime: (now) => replace(timeFile, String(now)),
  };
}

/** An offer that did not change is not put into JSON again. */
function createOfferJson(): (offer: Offer) => string {
  const known = new WeakMap<Offer, string>();
  return (offer) => {
    const json = known.get(offer) ?? JSON.stringify(offer);
    known.set(offer, json);
    return json;
  };
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
