import { sumOf, type Calls } from '../support/simulator.js';
import { spreadOf, type Spread } from '../support/spread.js';
import type { Round } from './rounds.js';

/** What is told of each round. */
const metrics = {
  roundSeconds: ({ seconds }: Round) => seconds,
  callsPerSecond: ({ calls, seconds }: Round) => sumOf(calls) / seconds,
  callsPerLook: ({ calls }: Round, offers: number) => sumOf(calls) / offers,
  cpuPercent: ({ cpuSeconds, seconds }: Round) => (100 * cpuSeconds) / seconds,
  cpuMillisecondsPerLook: ({ cpuSeconds }: Round, offers: number) => (1_000 * cpuSeconds) / offers,
  residentMebibytes: ({ residentBytes }: Round) => residentBytes / 2 ** 20,
};

export type Metric = keyof typeof metrics;

const names = Object.keys(metrics) as readonly Metric[];

export type Figures = Readonly<Record<Metric, Spread>>;

export function figuresOf(rounds: readonly Round[], offers: number): Figures {
  return each((metric) => spreadOf(rounds.map((round) => metrics[metric](round, offers))));
}

/** Round by round: those of the same number went on at the same time. */
export function ratiosOf(
  doubled: readonly Round[],
  single: readonly Round[],
  offers: { readonly doubled: number; readonly single: number },
): Figures {
  return each((metric) =>
    spreadOf(
      doubled.flatMap((round, index) => {
        const other = single[index];
        return other ? [metrics[metric](round, offers.doubled) / metrics[metric](other, offers.single)] : [];
      }),
    ),
  );
}

/** Each route's calls per look, over all rounds. */
export function routesPerLook(rounds: readonly Round[], offers: number): Calls {
  const sums = new Map<string, number>();
  for (const { calls } of rounds)
    for (const [route, count] of Object.entries(calls)) sums.set(route, (sums.get(route) ?? 0) + count);
  return Object.fromEntries([...sums].map(([route, sum]) => [route, sum / (offers * rounds.length)]));
}

function each(figure: (metric: Metric) => Spread): Figures {
  return Object.fromEntries(names.map((name) => [name, figure(name)])) as Figures;
}
