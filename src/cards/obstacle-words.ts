import type { Obstacle } from '../domain/obstacle.js';
import type { Offer } from '../domain/offer.js';
import type { Position } from '../domain/stage.js';
import { standing } from './stage-words.js';

/** Why the offer cannot reach the content hub, and what mends it. */
const words: Readonly<Record<Obstacle, string>> = {
  keywordMissing:
    'The Sentinel keyword f1de974b-f438-4719-b423-8bf704ba2aef is not among its search keywords: add it and publish again.',
  planHidden: 'Its plans are hidden or private: show one to the public and publish again.',
  stopSell: 'Its sale was stopped in the marketplace.',
  notSolutionTemplate: 'Its plan is no solution template: only those get into the content hub.',
};

/** Whether an offer that is live will not get into the content hub as it is. */
export function isBlocked({ stage, status }: Position, { obstacles }: Offer): boolean {
  return stage === 'contentHub' && status !== 'succeeded' && obstacles.length > 0;
}

/** Of an offer that is live and blocked. */
export const blockedWords = 'Live, but it cannot reach the content hub';

/** Where a submission stands, as a headline; nothing that is blocked is on its way. */
export function standingOf(position: Position, offer: Offer): string {
  return isBlocked(position, offer) ? blockedWords : standing(position);
}

export function obstacleWords({ obstacles }: Offer): readonly string[] {
  return obstacles.map((obstacle) => words[obstacle]);
}
