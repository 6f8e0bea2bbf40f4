import {
  claimDelivery,
  noticeDelivery,
  planDeliveries,
  settleDelivery,
  type Delivery,
  type SendOutcome,
} from '../../src/domain/delivery.js';
import type { SourceNotice } from '../../src/domain/source-health.js';
import type { Subscription } from '../../src/domain/subscription.js';
import { at, eventOf, t0 } from '../support/build.js';

const day = 24 * 3_600;
const copy = {
  offerKey: 'contoso.sentinel-solution',
  submissionId: '1',
  conversationId: 'room',
  activityId: 'a',
};
const follower: Subscription = {
  topic: 'everything',
  conversationId: 'room',
  level: 'all',
  by: { objectId: null, name: 'member' },
  at: t0,
};
const notice: SourceNotice = { source: 'marketplace', kind: 'down', seq: 3, failingSince: at(-900), at: t0 };
const planned: readonly Delivery[] = [
  ...planDeliveries(eventOf(), [follower], [copy], t0),
  noticeDelivery(notice, 'chat', t0),
];
const retry = (afterSeconds: number | null = null): SendOutcome => ({
  kind: 'retry',
  afterSeconds,
  reason: 'status 429',
});

describe('a notice about a source', () => {
  it('is owed to one chat, due now, under an id that names the turn, in order with others about the source', () => {
    expect(noticeDelivery(notice, 'chat', t0)).toEqual({
      id: `source:marketplace:down:${at(-900)}`,
      kind: 'notice',
      conversationId: 'chat',
      offerKey: 'source:marketplace',
      seq: 3,
      notice,
      state: 'due',
      dueAt: t0,
      attempts: 0,
      createdAt: t0,
      outcome: null,
    });
  });
});

describe.each(planned)('claiming a $kind', (due) => {
  it.each<[string, string | null, string | null]>([
    ['overdue: for 60 s', t0, at(69)],
    ['due this instant: for 60 s', at(9), at(69)],
    ['held by another, or waiting for its next try: not', at(9.001), null],
    ['done: not', null, null],
  ])('%s', (_when, dueAt, until) => {
    const claimed = claimDelivery({ ...due, dueAt, attempts: 2 }, at(9));
    expect(claimed).toEqual(until && { ...due, dueAt: until, attempts: 3 });
  });
});

describe.each(planned)('what came of sending a $kind', (due) => {
  const sent: Delivery = { ...due, dueAt: at(69), attempts: 1 };

  it.each<[SendOutcome, Delivery['state'], string]>([
    [{ kind: 'sent', activityId: 'a' }, 'sent', 'sent'],
    [{ kind: 'sent', activityId: null }, 'sent', 'sent'],
    [{ kind: 'missing' }, 'failed', 'the card is gone'],
    [{ kind: 'gone', reason: 'not in the team' }, 'failed', 'not in the team'],
    [{ kind: 'failed', reason: 'status 400' }, 'failed', 'status 400'],
  ])('%j ends it', (outcome, state, told) => {
    expect(settleDelivery(sent, outcome, at(10))).toEqual({ ...sent, state, outcome: told, dueAt: null });
  });

  it.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [6, 160],
    [7, 300],
    [2_000, 300],
  ])('after attempt %d it is tried again in %d s', (attempts, seconds) => {
    const before = { ...sent, attempts };
    expect(settleDelivery(before, retry(), at(10))).toEqual({
      ...before,
      dueAt: at(10 + seconds),
      outcome: 'status 429',
    });
  });

  it.each([0, 1, 900])('where the channel says to wait %d s, it is waited for', (seconds) => {
    expect(settleDelivery(sent, retry(seconds), at(10)).dueAt).toBe(at(10 + seconds));
  });

  it('it is given up 24 hours after it was created, and not before', () => {
    expect(settleDelivery(sent, retry(), at(day - 1))).toMatchObject({ state: 'due', dueAt: at(day + 4) });
    expect(settleDelivery(sent, retry(1), at(day))).toEqual({
      ...sent,
      state: 'failed',
      dueAt: null,
      outcome: 'gave up: status 429',
    });
  });
});
