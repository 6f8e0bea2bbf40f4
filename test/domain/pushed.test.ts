import { newOffer, type Offer } from '../../src/domain/offer.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import { sightingOfPush, type PushedFact } from '../../src/domain/pushed.js';
import { stages } from '../../src/domain/stage.js';
import { at, offerAt, submissionAt } from '../support/build.js';

const current = submissionAt('preview', 'inProgress', { autoPromote: true });
const live = submissionAt('contentHub', 'inProgress', {
  submissionId: '1',
  releaseNumber: 1,
  version: '2.0.0',
});
const offer = offerAt('preview', 'inProgress', { current, live });
const unseen = newOffer(offer, false);
const fact: PushedFact = {
  submissionId: current.submissionId,
  stage: 'publisherApproval',
  status: 'waiting',
  observedAt: at(60),
  version: null,
  detail: null,
};

describe('a pushed fact as a sighting', () => {
  it('says nothing of what the pipeline does not know', () => {
    expect(sightingOfPush(offer, fact)).toMatchObject({
      at: at(60),
      productId: offer.productId,
      name: offer.name,
      obstacles: null,
      marketplace: null,
      hubVersion: null,
    });
  });

  it('has all before its stage succeeded and nothing after it begun, without instants', () => {
    const [seen] = sightingOfPush(offer, fact).submissions;
    expect(seen?.stages.map(({ stage }) => stage)).toEqual(stages);
    expect(seen?.stages.map(({ status }) => status)).toEqual([
      'succeeded',
      'succeeded',
      'waiting',
      'notStarted',
      'notStarted',
      'notStarted',
    ]);
    expect(seen?.stages.every(({ startedAt, endedAt }) => startedAt === null && endedAt === null)).toBe(true);
  });

  it.each<[string, Offer, string, number]>([
    ['the newest', offer, current.submissionId, 2],
    ['the live one', offer, '1', 1],
    ['one not known yet: the next', offer, '3', 3],
    ['the first one ever', unseen, '3', 1],
    ['the first one after one that went live', { ...offer, current: null }, '3', 2],
  ])('has the release number of %s', (_which, of, submissionId, releaseNumber) => {
    expect(sightingOfPush(of, { ...fact, submissionId }).submissions).toMatchObject([
      { submissionId, releaseNumber },
    ]);
  });

  it.each<[string, Partial<PushedFact>, object]>([
    ['the version that was pushed', { version: '3.0.2' }, { version: '3.0.2' }],
    ['else the version that is known', {}, { version: '3.0.1' }],
    ['none where it is not', { submissionId: '3' }, { version: null }],
    ['why it failed', { status: 'failed', detail: 'why' }, { detail: 'why' }],
    ['auto-promote as it is known', {}, { autoPromote: true }],
    ['which is off for a new one', { submissionId: '3' }, { autoPromote: false }],
  ])('has %s', (_what, more, expected) => {
    expect(sightingOfPush(offer, { ...fact, ...more }).submissions).toMatchObject([expected]);
  });
});

describe('what a pushed fact makes of an offer', () => {
  const push = (of: Offer, more: Partial<PushedFact>) =>
    observeOffer(of, sightingOfPush(of, { ...fact, ...more }));

  it('is a baseline at first, and a movement after it', () => {
    const first = push(unseen, {});
    expect(first.events).toEqual([]);
    const next = push(first.offer, { stage: 'certification', status: 'inProgress', observedAt: at(120) });
    expect(next.events).toMatchObject([{ kind: 'unsigned', seq: 1, movement: 'forward' }]);
    expect(next.offer.current?.stages[3]).toMatchObject({ startedAt: at(120), endedAt: null });
  });

  it('is the arrival of the live submission beside the newest one', () => {
    const { offer: after, events } = push(offer, {
      submissionId: '1',
      stage: 'contentHub',
      status: 'succeeded',
    });
    expect(events).toMatchObject([{ submissionId: '1', to: { stage: 'contentHub', status: 'succeeded' } }]);
    expect(after.current).toEqual(current);
  });

  it('is nothing when it is older than the last one, or the same', () => {
    const once = push(offer, {});
    expect(push(once.offer, {}).offer).toBe(once.offer);
    expect(push(once.offer, { stage: 'validation', observedAt: at(30) }).offer).toBe(once.offer);
  });
});
