import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SimulatorState } from './state.js';

const header = z.looseObject({ format: z.literal(1), scenario: z.string(), offers: z.array(z.unknown()) });

interface StateFile {
  /** Undefined when there is none yet. @throws Error when there is one that is not ours. */
  load(): SimulatorState | undefined;
  save(state: SimulatorState): void;
}

/** The state as one JSON file, replaced whole, so that a kill leaves the old one or the new one. */
export function stateFile(dataDir: string): StateFile {
  const file = join(dataDir, 'simulator.json');
  const fresh = `${file}.tmp`;
  return {
    load: () => {
      if (!existsSync(file)) return undefined;
      const parsed = header.safeParse(parseJson(readFileSync(file, 'utf8')));
      if (parsed.success) return parsed.data as unknown as SimulatorState;
      throw new Error(`${file} is not a state of the simulator: delete it to begin the story again.`);
    },
    save: (state) => {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(fresh, JSON.stringify(state));
      renameSync(fresh, file);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
