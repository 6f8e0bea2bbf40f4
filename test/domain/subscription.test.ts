import type { OfferEvent } from '../../src/domain/offer-event.js';
import { topicsOf, wants, type Level } from '../../src/domain/subscription.js';
import { eventOf } from '../support/build.js';

const detail = eventOf({ to: { stage: 'preview', status: 'inProgress' } });
const milestone = eventOf({ to: { stage: 'contentHub', status: 'inProgress' } });
const actionNeeded = eventOf({ to: { stage: 'certification', status: 'failed' } });

describe('the topics that an event is told under', () => {
  it('are its offer, its publisher and everything', () => {
    expect(topicsOf({ offerKey: 'contoso.solution', publisherId: 'contoso' })).toEqual([
      'offer:contoso.solution',
      'publisher:contoso',
      'everything',
    ]);
  });
});

describe('what a level wants', () => {
  it.each<[Level, string, OfferEvent, boolean]>([
    ['all', 'a detail', detail, true],
    ['all', 'a milestone', milestone, true],
    ['all', 'what needs action', actionNeeded, true],
    ['milestones', 'a detail', detail, false],
    ['milestones', 'a milestone', milestone, true],
    ['milestones', 'what needs action', actionNeeded, true],
    ['action-needed', 'a detail', detail, false],
    ['action-needed', 'a milestone', milestone, false],
    ['action-needed', 'what needs action', actionNeeded, true],
  ])('%s, %s', (level, _what, event, wanted) => {
    expect(wants(level, event)).toBe(wanted);
  });
});
