import { planDeliveries, submissionsTouched, type ApprovalCopy } from '../../src/domain/delivery.js';
import type { OfferEvent } from '../../src/domain/offer-event.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import type { Level, Subscription, Topic } from '../../src/domain/subscription.js';
import { eventOf, t0 } from '../support/build.js';

const follows = (
  conversationId: string,
  level: Level = 'all',
  topic: Topic = 'everything',
): Subscription => ({
  topic,
  conversationId,
  level,
  by: { objectId: null, name: 'member' },
  at: t0,
});

const copyOf = (submissionId: string, activityId: string): ApprovalCopy => ({
  offerKey: 'contoso.sentinel-solution',
  submissionId,
  conversationId: `room-of-${activityId}`,
  activityId,
});

const event = eventOf();
const own = event.submissionId;
const asking = eventOf({ replaces: '1', to: { stage: 'publisherApproval', status: 'waiting' } });

function planned(
  of: OfferEvent,
  subscriptions: readonly Subscription[],
  copies: readonly ApprovalCopy[] = [],
) {
  return planDeliveries(of, subscriptions, copies, t0);
}

describe('what an event owes', () => {
  it('is nothing where nobody follows and no card is out', () => {
    expect(planned(event, [])).toEqual([]);
  });

  it('is a post in each conversation, due now, under an id that names the event', () => {
    expect(planned(event, [follows('room')])).toEqual([
      {
        id: 'contoso.sentinel-solution:7',
        kind: 'post',
        conversationId: 'room',
        offerKey: 'contoso.sentinel-solution',
        seq: 7,
        event,
        submissionId: own,
        activityId: null,
        state: 'due',
        dueAt: t0,
        attempts: 0,
        createdAt: t0,
        outcome: null,
      },
    ]);
  });

  it('is a repaint of each approval card, in its place, under an id of its own', () => {
    const [first, second] = [copyOf(own, 'a'), copyOf('1', 'b')];
    const repaint = {
      kind: 'repaint',
      offerKey: 'contoso.sentinel-solution',
      seq: 7,
      event,
      state: 'due',
      dueAt: t0,
      attempts: 0,
      createdAt: t0,
      outcome: null,
    };
    expect(planned(event, [], [first, second])).toEqual([
      {
        ...repaint,
        id: 'contoso.sentinel-solution:7:a',
        conversationId: 'room-of-a',
        submissionId: own,
        activityId: 'a',
      },
      {
        ...repaint,
        id: 'contoso.sentinel-solution:7:b',
        conversationId: 'room-of-b',
        submissionId: '1',
        activityId: 'b',
      },
    ]);
  });

  it('is one post where a conversation follows by several topics', () => {
    const several = [
      follows('room', 'all', 'everything'),
      follows('room', 'all', 'publisher:contoso'),
      follows('other'),
      follows('room', 'all', 'offer:contoso.sentinel-solution'),
    ];
    expect(planned(event, several).map(({ conversationId }) => conversationId)).toEqual(['room', 'other']);
  });

  it('is a post where one of several topics wants it', () => {
    expect(planned(event, [follows('room', 'action-needed'), follows('room', 'all')])).toHaveLength(1);
  });

  it.each<[string, OfferEvent, readonly string[]]>([
    ['a detail', event, ['all']],
    ['a milestone', eventOf({ to: { stage: 'contentHub', status: 'inProgress' } }), ['all', 'milestones']],
    ['what needs action', asking, ['all', 'milestones', 'action-needed']],
  ])('%s is posted where the level is %j', (_what, of, rooms) => {
    const everybody = (['all', 'milestones', 'action-needed'] as const).map((level) => follows(level, level));
    expect(planned(of, everybody).map(({ conversationId }) => conversationId)).toEqual(rooms);
  });

  it.each<[GoLiveState, readonly string[]]>([
    ['accepted', ['repaint']],
    ['refused', ['post', 'repaint']],
    ['unknown', ['post', 'repaint']],
    ['notTaken', ['post', 'repaint']],
  ])('of a go-live that is %s: %j', (goLive, kinds) => {
    const told = planned(eventOf({ kind: 'goLive', goLive }), [follows('room')], [copyOf(own, 'a')]);
    expect(told.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is no repaint of the cards that the event itself posts, but one of those it replaced', () => {
    const told = planned(asking, [follows('room')], [copyOf(own, 'a'), copyOf('1', 'b')]);
    expect(told.map(({ kind, activityId }) => [kind, activityId])).toEqual([
      ['post', null],
      ['repaint', 'b'],
    ]);
  });
});

describe('whose approval cards an event may change', () => {
  it.each([
    ["its own submission's", event, [own]],
    ['and those of the one it replaced', asking, [own, '1']],
  ])('%s', (_whose, of, touched) => {
    expect(submissionsTouched(of)).toEqual(touched);
  });
});
