import type { Resting } from '../resting.js';
import type { Calls } from '../support/simulator.js';
import { number, table } from './markdown.js';

const offersAtLarge = 500;
const secondsOfADay = 86_400;

/** What an offer that stands still costs in a day. */
export function restingSection({ standings, mostLooksAtRest }: Resting): string {
  const mean = standings.reduce((sum, { callsPerDay }) => sum + callsPerDay, 0) / standings.length;
  const callsPerSecond = (offersAtLarge * mean) / secondsOfADay;
  return [
    '### API calls per offer and day',
    `A day of an offer that stands still, at the bot's own cadence and without its jitter, which only ever makes the next look later. The offer is an update whose version before is live. An offer at rest (marked ●) is looked at ${mostLooksAtRest} times a day at most: one call chain an hour. ${offersAtLarge} offers, spread evenly over these places, make ${number(callsPerSecond)} calls per second.`,
    table(
      [
        ['where it stands', 'words'],
        ['looks a day', 'numbers'],
        ['calls a look', 'numbers'],
        ['calls a day', 'numbers'],
        ['which', 'words'],
      ],
      standings.map(({ name, rests, looksPerDay, callsPerLook, callsPerDay, routesPerLook }) => [
        rests ? `${name} ●` : name,
        number(looksPerDay),
        number(callsPerLook),
        number(callsPerDay),
        routes(routesPerLook),
      ]),
    ),
    'More than one of a kind are pages: the simulator gives out submissions one a page, and the content hub in two pages and more, of which the filter may leave empty ones. Tokens are shared by all offers and not counted.',
  ].join('\n\n');
}

function routes(perLook: Calls): string {
  return Object.entries(perLook)
    .map(([route, count]) => {
      const name = `\`${route.replace(/^GET /, '')}\``;
      return count === 1 ? name : `${name} × ${number(count)}`;
    })
    .join(', ');
}
