import { startEmbeddedCosmos } from '../src/local/cosmos/start-embedded-cosmos.js';
import { followForADay, type Day } from './resting/day.js';
import { standings } from './resting/standings.js';
import { withCleanup } from './support/cleanup.js';
import { sumOf, type Calls } from './support/simulator.js';

interface StandingFigures {
  readonly name: string;
  readonly rests: boolean;
  readonly looksPerDay: number;
  readonly callsPerLook: number;
  readonly callsPerDay: number;
  readonly routesPerLook: Calls;
}

/** What an offer that stands still costs in a day, by where it stands. Tokens are apart: all offers share them. */
export interface Resting {
  readonly standings: readonly StandingFigures[];
  /** Of all offers that rest, the most looks that one takes in a day. */
  readonly mostLooksAtRest: number;
}

const tokens = 'POST token';
const hoursOfADay = 24;

/** @throws Error when an offer at rest is looked at more than once an hour. */
export function measureResting(): Promise<Resting> {
  return withCleanup(async (cleanup) => {
    const store = await startEmbeddedCosmos({ dataDir: cleanup.folder() });
    cleanup.add(() => store.stop());
    const figures: StandingFigures[] = [];
    for (const standing of standings) {
      const { name, rests } = standing;
      figures.push({ name, rests, ...figuresOf(await followForADay(standing, store.ready, cleanup)) });
    }
    const mostLooksAtRest = Math.max(
      ...figures.filter(({ rests }) => rests).map(({ looksPerDay }) => looksPerDay),
    );
    if (mostLooksAtRest > hoursOfADay) throw new Error(`${mostLooksAtRest} looks a day at an offer at rest`);
    return { standings: figures, mostLooksAtRest };
  });
}

function figuresOf({ looks, calls }: Day): Omit<StandingFigures, 'name' | 'rests'> {
  const { [tokens]: _shared, ...own } = calls;
  const callsPerDay = sumOf(own);
  return {
    looksPerDay: looks,
    callsPerLook: callsPerDay / looks,
    callsPerDay,
    routesPerLook: Object.fromEntries(Object.entries(own).map(([route, count]) => [route, count / looks])),
  };
}
