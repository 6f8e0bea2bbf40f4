import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startChild, type Child } from './child.js';
import type { EmbeddedCosmos, EmbeddedCosmosOptions } from './cosmos/start-embedded-cosmos.js';
import { startPlayground } from './playground/playground.js';
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
  /** Ends all of them; the store last, for it must outlive the bot's last write. */
  stop(): Promise<void>;
  /** Resolves with a sentence when one of them ends without having been asked to. */
  readonly died: Promise<string>;
}

/** Kept fixed, because conversations are remembered with it. */
const playgroundPort = 56150;

/**
 * Brings up what is not configured, all at once, each in a process of its own that ends when this one does.
 * @throws Error with one sentence for people; what was already started is ended by then.
 */
export async function startLocal(wishes: LocalWishes): Promise<Local> {
  const dataDir = resolve(wishes.dataDir);
  const begun = await Promise.allSettled([
    wishes.cosmos ? startCosmos({ dataDir }) : null,
    wishes.simulator ? startSimulator(dataDir, wishes.cosmos) : null,
    wishes.playground ? playgroundFor(wishes.playground, dataDir) : null,
  ]);
  const [cosmos, simulator, playground] = begun;
  const children = [playground, simulator, cosmos].flatMap((each) =>
    each.status === 'fulfilled' && each.value !== null ? [each.value as Child<unknown>] : [],
  );
  const stop = async (): Promise<void> => {
    for (const child of children) await child.stop();
  };
  const failure = begun.find((each) => each.status === 'rejected');
  if (
    failure !== undefined ||
    cosmos.status === 'rejected' ||
    simulator.status === 'rejected' ||
    playground.status === 'rejected'
  ) {
    await stop();
    throw failure?.reason;
  }
  return {
    cosmos: cosmos.value?.ready ?? null,
    simulator: simulator.value?.ready ?? null,
    playground: playground.value?.ready ?? null,
    stop,
    died: Promise.race(children.map((child) => child.died)),
  };
}

function startCosmos(options: EmbeddedCosmosOptions): Promise<Child<EmbeddedCosmos>> {
  return startChild<EmbeddedCosmosOptions, EmbeddedCosmos>(join(__dirname, 'cosmos', 'process.js'), options);
}

function startSimulator(dataDir: string, folderIsMade: boolean): Promise<Child<SimulatorReady>> {
  if (!folderIsMade) mkdirSync(dataDir, { recursive: true });
  return startChild<SimulatorOptions, SimulatorReady>(join(__dirname, 'simulator', 'process.js'), {
    dataDir,
  });
}

function playgroundFor(
  { botEndpoint, inherited }: NonNullable<LocalWishes['playground']>,
  dataDir: string,
): Promise<Child<{ page: string; pid: number }>> {
  return startPlayground({
    botEndpoint,
    port: playgroundPort,
    logDir: dataDir,
    configPath: join(__dirname, '..', '..', 'env', 'playground.yml'),
    inherited,
  });
}
