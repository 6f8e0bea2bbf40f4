import type { Metric } from '../polling/figures.js';
import type { Polling } from '../polling.js';
import type { Spread } from '../support/spread.js';
import { number, table } from './markdown.js';

const rows: readonly (readonly [label: string, metric: Metric])[] = [
  ['calls per second', 'callsPerSecond'],
  ['calls per look', 'callsPerLook'],
  ['CPU, in % of one core', 'cpuPercent'],
  ['CPU per look, in ms', 'cpuMillisecondsPerLook'],
  ['resident memory, in MiB', 'residentMebibytes'],
  ['from round to round, in s', 'roundSeconds'],
];

/** What polling costs, before and after doubling. */
export function pollingSection({ idle, single, doubled, ratios, pollSeconds, rounds }: Polling): string {
  const idleOf = (metric: Metric): string =>
    metric === 'cpuPercent' || metric === 'residentMebibytes' ? spread(idle[metric]) : '–';
  const body = rows.map(([label, metric]) => [
    label,
    idleOf(metric),
    spread(single.figures[metric]),
    spread(doubled.figures[metric]),
    spread(ratios[metric]),
  ]);
  return [
    '### Polling, and what doubling the offers does',
    `Three bots at the same time, each with an embedded store, told to look at every offer again after ${pollSeconds} s: far more often than they would by themselves. Medians of ${rounds} rounds, in brackets the least and the most; the ratio is taken round by round. A round begins ${pollSeconds} s after the one before has ended, so that twice the offers make a longer round, and not quite twice the calls per second. Calls are those to Partner Center, the marketplace and the content hub; CPU and memory are the bot's alone, without its store.`,
    table(
      [
        ['', 'words'],
        ['no offers', 'numbers'],
        [`${single.offers} offers`, 'numbers'],
        [`${doubled.offers} offers`, 'numbers'],
        ['ratio of the last two', 'numbers'],
      ],
      body,
    ),
  ].join('\n\n');
}

function spread({ median, min, max }: Spread): string {
  const [middle, least, most] = [median, min, max].map(number);
  return least === most ? `${middle}` : `${middle} (${least}–${most})`;
}
