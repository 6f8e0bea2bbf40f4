import { figuresOf, ratiosOf, routesPerLook, type Figures } from './polling/figures.js';
import { measureRest, measureRounds } from './polling/rounds.js';
import { pollSeconds, startSubject, type Subject } from './polling/subject.js';
import { withCleanup } from './support/cleanup.js';
import type { Calls } from './support/simulator.js';
import { spreadOf, type Spread } from './support/spread.js';

interface Load {
  readonly offers: number;
  readonly figures: Figures;
  readonly routesPerLook: Calls;
}

/** What polling costs the bot, before and after the number of offers is doubled. */
export interface Polling {
  readonly pollSeconds: number;
  readonly rounds: number;
  /** The same bot that follows nothing. */
  readonly idle: { readonly cpuPercent: Spread; readonly residentMebibytes: Spread };
  readonly single: Load;
  readonly doubled: Load;
  /** Doubled over single. */
  readonly ratios: Figures;
}

const single = 500;
const doubled = 2 * single;
const rounds = 5;

/** Measures all three bots at the same time, so that whatever else the machine does meets them alike. */
export function measurePolling(): Promise<Polling> {
  return withCleanup(async (cleanup) => {
    const nothing = await startSubject(0, cleanup);
    const [one, two] = await Promise.all([startSubject(single, cleanup), startSubject(doubled, cleanup)]);
    const [idle, ofOne, ofTwo] = await Promise.all([
      measureRest(nothing, rounds, pollSeconds * 1_000),
      measureRounds(one, rounds),
      measureRounds(two, rounds),
    ]);
    for (const subject of [nothing, one, two]) checkContent(subject);
    return {
      pollSeconds,
      rounds,
      idle: {
        cpuPercent: spreadOf(idle.map(({ cpuSeconds, seconds }) => (100 * cpuSeconds) / seconds)),
        residentMebibytes: spreadOf(idle.map(({ residentBytes }) => residentBytes / 2 ** 20)),
      },
      single: {
        offers: single,
        figures: figuresOf(ofOne, single),
        routesPerLook: routesPerLook(ofOne, single),
      },
      doubled: {
        offers: doubled,
        figures: figuresOf(ofTwo, doubled),
        routesPerLook: routesPerLook(ofTwo, doubled),
      },
      ratios: ratiosOf(ofTwo, ofOne, { doubled, single }),
    };
  });
}

/** A bot that complains has not done the work that is measured. */
function checkContent({ offers, bot }: Subject): void {
  const complaints = bot.complaints();
  if (complaints > 0)
    throw new Error(`the bot with ${offers} offers logged ${complaints} warnings or errors`);
}
