import type { Obstacle } from '../../src/domain/obstacle.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import { offerAt, sightingOf, submissionAt } from '../support/build.js';

const live = submissionAt('contentHub', 'inProgress');

/** What is known after a sighting in which the plans and the listing show this; null: they were not read. */
function after(
  known: readonly Obstacle[],
  ofPlans: readonly Obstacle[] | null,
  ofListing: readonly Obstacle[] | null,
): readonly Obstacle[] {
  const marketplace = ofListing && { version: null, obstacles: ofListing };
  const offer = offerAt('contentHub', 'inProgress', { obstacles: known });
  const observed = observeOffer(offer, sightingOf([live], { obstacles: ofPlans, marketplace }));
  expect(observed.events).toEqual([]);
  return observed.offer.obstacles;
}

describe('what keeps an offer out of the content hub', () => {
  type Known = readonly Obstacle[];
  it.each<[string, Known, Known | null, Known | null, Known]>([
    ['is what the plans show', [], ['notSolutionTemplate'], null, ['notSolutionTemplate']],
    [
      'and what the listing shows',
      [],
      null,
      ['keywordMissing', 'planHidden'],
      ['keywordMissing', 'planHidden'],
    ],
    ['both of them', [], ['notSolutionTemplate'], ['stopSell'], ['notSolutionTemplate', 'stopSell']],
    [
      'stays while nothing is read',
      ['notSolutionTemplate', 'stopSell'],
      null,
      null,
      ['notSolutionTemplate', 'stopSell'],
    ],
    [
      'of the plans stays while the listing changes',
      ['notSolutionTemplate', 'stopSell'],
      null,
      [],
      ['notSolutionTemplate'],
    ],
    [
      'of the listing stays while the plans change',
      ['notSolutionTemplate', 'stopSell'],
      [],
      null,
      ['stopSell'],
    ],
    ['is gone once neither shows it', ['notSolutionTemplate', 'planHidden'], [], [], []],
  ])('%s', (_what, known, ofPlans, ofListing, expected) => {
    expect(after(known, ofPlans, ofListing)).toEqual(expected);
  });
});
