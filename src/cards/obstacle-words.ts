import type { Obstacle } from '../domain/obstacle.js';
import type { Offer } from '../domain/offer.js';

/** Why the offer cannot reach the content hub, and what mends it. */
const words: Readonly<Record<Obstacle, string>> = {
  keywordMissing:
    'The Sentinel keyword f1de974b-f438-4719-b423-8bf704ba2aef is not among its search keywords: add it and publish again.',
  planHidden: 'Its plans are hidden or private: show one to the public and publish again.',
  stopSell: 'Its sale was stopped in the marketplace.',
  notSolutionTemplate: 'Its plan is no solution template: only those get into the content hub.',
};

/** Of an offer that is live. */
export const blockedWords = 'Live, but it cannot reach the content hub';

export function obstacleWords({ obstacles }: Offer): readonly string[] {
  return obstacles.map((obstacle) => words[obstacle]);
}
