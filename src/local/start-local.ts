import { join, resolve } from 'node:path';
import { startChild, type Child } from './child.js';
import { prepareDataDir } from './cosmos/data-dir.js';
import type { EmbeddedCosmos, EmbeddedCosmosOptions } from './cosmos/start-embedded-cosmos.js';
import { startPlayground, type Playground } from './playground/playground.js';
import type { SimulatorOptions, SimulatorReady } from './simulator/start-simulator.js';

/** Which substitutes are wanted, and where they keep their data. */
export interface LocalWishes {
  readonly dataDir: string;
  readonly cosmos: boolean;
  readonly simulator: boolean;
  /** Null: none. */
  readonly playground: { readonly botEndpoint: string; readonly inherited: NodeJS.ProcessEnv } | null;
}

export interface Local {
  readonly cosmos: EmbeddedCosmos | null;
  readonly simulator: SimulatorReady | null;
  /** The page to open. */
  readonly playground: { readonly page: string } | null;
  /** Ends all of them, by force after `graceMs`. The bot must have made its last write. */
  stop(graceMs?: number): Promise<void>;
  /** Resolves with a sentence when one of them ends without having been asked to. */
  readonly died: Promise<string>;
}

/** Kept fixed, because conversations are remembered with it. */
const playgroundPort = 56150;

/**
 * Brings up what is not configured, each in a process of its own that ends when this one does.
 * @throws Error with one sentence for people; what was already started is ended by then.
 */
export async function startLocal(wishes: LocalWishes): Promise<Local> {
  const dataDir = resolve(wishes.dataDir);
  prepareDataDir(dataDir);
  const store = wishes.cosmos ? startCosmos({ dataDir }) : Promise.resolve(null);
  // The store locks the folder: a second simulator is not to write its state over that of the first.
  const story = wishes.simulator ? store.then(() => startSimulator({ dataDir })) : null;
  const page = wishes.playground ? playgroundFor(wishes.playground, dataDir) : null;
  const begun: readonly (Promise<Child<unknown> | null> | null)[] = [store, story, page];
  const stop = async (graceMs?: number): Promise<void> => {
    await Promise.allSettled(begun.map(async (child) => (await child)?.stop(graceMs)));
  };
  try {
    const [cosmos, simulator, playground] = await Promise.all([store, story, page]);
    const children = [cosmos, simulator, playground].filter((child) => child !== null);
    return {
      cosmos: cosmos?.ready ?? null,
      simulator: simulator?.ready ?? null,
      playground: playground?.ready ?? null,
      stop,
      died: Promise.race(children.map((child) => child.died)),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startCosmos(options: EmbeddedCosmosOptions): Promise<Child<EmbeddedCosmos>> {
  return startChild<EmbeddedCosmosOptions, EmbeddedCosmos>(join(__dirname, 'cosmos', 'process.js'), options);
}

function startSimulator(options: SimulatorOptions): Promise<Child<SimulatorReady>> {
  return startChild<SimulatorOptions, SimulatorReady>(join(__dirname, 'simulator', 'process.js'), options);
}

function playgroundFor(
  { botEndpoint, inherited }: NonNullable<LocalWishes['playground']>,
  dataDir: string,
): Promise<Playground> {
  return startPlayground({
    botEndpoint,
    port: playgroundPort,
    logDir: dataDir,
    configPath: join(__dirname, '..', '..', 'env', 'playground.yml'),
    inherited,
  });
}
