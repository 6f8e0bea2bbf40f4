import type { Look } from '../../src/cards/look.js';
import type { Picture } from '../../src/domain/picture.js';
import { approvalSamples } from './approval-samples.js';
import { listSamples } from './list-samples.js';
import { now } from './sample-offers.js';
import { statusSamples } from './status-samples.js';
import { obstacleSamples } from './obstacle-samples.js';
import { transitionSamples } from './transition-samples.js';
import { troubleSamples } from './trouble-samples.js';
import { unverifiedSamples } from './unverified-samples.js';

/** One picture in one state, and how it is looked at. */
export interface CardSample {
  readonly name: string;
  readonly picture: Picture;
  readonly look: Look;
}

export type NamedPicture = readonly [name: string, picture: Picture, look?: Partial<Look>];

const look: Look = {
  now,
  timeZone: 'UTC',
  hubWatched: true,
  simulated: false,
  reads: true,
  goLive: 'promote',
};

/** All pictures in all states that look different. */
export function cardSamples(): readonly CardSample[] {
  const pictures: readonly NamedPicture[] = [
    ...statusSamples(),
    ...transitionSamples(),
    ...approvalSamples(),
    ...listSamples(),
    ...troubleSamples(),
    ...obstacleSamples(),
    ...unverifiedSamples(),
  ];
  return pictures.map(([name, picture, more]) => ({ name, picture, look: { ...look, ...more } }));
}
