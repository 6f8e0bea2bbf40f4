import type { Obstacle } from '../../src/domain/obstacle.js';
import { signedOffer, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';
import { status } from './status-samples.js';
import { transition } from './transition-samples.js';

const everyObstacle: readonly Obstacle[] = [
  'keywordMissing',
  'planHidden',
  'stopSell',
  'notSolutionTemplate',
];

/** Offers that cannot reach the content hub, for each reason and for all of them. */
export function obstacleSamples(): readonly NamedPicture[] {
  const reasons = [
    ...everyObstacle.map((obstacle) => [obstacle, [obstacle]] as const),
    ['every', everyObstacle] as const,
  ];
  const live = signedOffer(submissionAt('contentHub', 'inProgress', 30), 'live');
  const late = signedOffer(submissionAt('contentHub', 'inProgress', 25 * 1_440), 'live');
  const early = signedOffer(submissionAt('publishing', 'inProgress', 30), 'publishing');
  const obstacles = everyObstacle;
  return [
    ...reasons.flatMap(([name, found]): readonly NamedPicture[] => [
      [`status-obstacle-${name}`, status({ ...live, obstacles: found })],
      transition(
        `live-obstacle-${name}`,
        { ...live, obstacles: found },
        { from: { stage: 'publishing', status: 'inProgress' } },
      ),
    ]),
    transition('unsigned-obstacle', { ...live, obstacles }, { kind: 'unsigned' }),
    transition(
      'resubmitted-obstacle',
      { ...live, obstacles },
      { kind: 'resubmitted', remarks: ['unsigned'] },
    ),
    ['status-early-obstacles', status({ ...early, obstacles })],
    transition(
      'late-obstacle',
      { ...late, obstacles: ['keywordMissing'] },
      { kind: 'late', movement: 'none' },
    ),
    [
      'offers-obstacle',
      { kind: 'offers', sightings: [{ offer: { ...live, obstacles }, freshness: status(live).freshness }] },
    ],
  ];
}
