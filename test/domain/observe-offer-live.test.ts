import { observeOffer, type Observed } from '../../src/domain/observe-offer.js';
import type { Offer } from '../../src/domain/offer.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import type { Submission } from '../../src/domain/submission.js';
import type { Stage, StageStatus } from '../../src/domain/stage.js';
import { at, offerAt, signOffOf, signedOffer, sightingOf, submissionAt } from '../support/build.js';

const newer = (stage: Stage): Submission =>
  submissionAt(stage, 'inProgress', { submissionId: '3', releaseNumber: 3, version: '3.1.0' });
const published = submissionAt('contentHub', 'inProgress', { submissionId: '2' });
const arrived = { stage: 'contentHub', status: 'succeeded' } as const;
const onItsWay = { stage: 'contentHub', status: 'inProgress' } as const;

describe('the replaced submission', () => {
  it('that went live is watched on, listed or not', () => {
    const offer = offerAt('contentHub', 'inProgress', { current: published });
    for (const submissions of [[newer('validation')], [newer('validation'), published]]) {
      const { offer: next, events } = observeOffer(offer, sightingOf(submissions));
      expect([next.current?.submissionId, next.live]).toEqual(['3', published]);
      expect(events.map(({ kind, submissionId }) => [kind, submissionId])).toEqual([['resubmitted', '3']]);
    }
  });

  it('that did not go live is let go of', () => {
    const offer = offerAt('certification', 'failed');
    expect(observeOffer(offer, sightingOf([newer('validation')])).offer.live).toBeNull();
  });

  it('that did not go live does not take the place of the one that did', () => {
    const live = submissionAt('contentHub', 'inProgress', { submissionId: '1', releaseNumber: 1 });
    const offer = offerAt('certification', 'failed', { live });
    expect(observeOffer(offer, sightingOf([newer('validation')])).offer.live).toEqual(live);
  });

  it.each<[string, (current: Submission) => Partial<Offer>, string]>([
    ['with a sign-off', (current) => ({ signOff: signOffOf(current) }), 'moved'],
    ['without one', () => ({}), 'unsigned'],
  ])('that went live meanwhile %s is told beside the newer one', (_how, overrides, kind) => {
    const current = submissionAt('publisherApproval', 'waiting', { submissionId: '2' });
    const offer = offerAt('publisherApproval', 'waiting', { current, ...overrides(current) });
    const { events } = observeOffer(offer, sightingOf([published, newer('preview')]));
    expect(events).toMatchObject([
      { seq: 1, kind: 'resubmitted', submissionId: '3', replaces: '2' },
      {
        seq: 2,
        kind,
        submissionId: '2',
        from: { stage: 'publisherApproval', status: 'waiting' },
        to: onItsWay,
        movement: 'skipped',
      },
    ]);
  });
});

describe('the live submission beside the newest', () => {
  const both = offerAt('preview', 'inProgress', { current: newer('preview'), live: published });
  const see = (submissions: readonly Submission[], hubVersion: string | null = null): Observed =>
    observeOffer(both, sightingOf(submissions, { hubVersion }));

  it("arrives in the content hub: an event beside the newer submission's", () => {
    const { offer, events } = see([newer('publisherApproval'), published], '3.0.1');
    expect(events).toMatchObject([
      { seq: 1, submissionId: '3', movement: 'forward' },
      {
        seq: 2,
        kind: 'moved',
        submissionId: '2',
        from: onItsWay,
        to: arrived,
        movement: 'status',
        at: at(60),
      },
    ]);
    expect(offer.live?.stages[5]).toMatchObject({ status: 'succeeded', endedAt: at(60) });
  });

  it('arrives though the read does not list it', () => {
    expect(see([newer('preview')], '3.0.1').events).toMatchObject([{ submissionId: '2', to: arrived }]);
  });

  it.each<[string | null]>([['3.0.0'], [null]])('has not arrived while the hub shows %s', (hubVersion) => {
    expect(see([newer('preview'), published], hubVersion).offer).toBe(both);
  });

  it('is as the read lists it', () => {
    const unread = { ...both, live: { ...published, version: null } };
    const seen = sightingOf([newer('preview'), published]);
    expect(observeOffer(unread, seen).offer.live?.version).toBe('3.0.1');
  });

  it('does not go back when a read shows it otherwise', () => {
    expect(see([newer('preview'), { ...published, ...submissionAt('publishing', 'failed') }]).offer).toBe(
      both,
    );
  });

  it('stays watched when a read lists an older one alone', () => {
    const older = submissionAt('contentHub', 'inProgress', { submissionId: '1', releaseNumber: 1 });
    expect(see([newer('preview'), older]).offer).toBe(both);
  });

  it('arrives though the newer one is not listed any more', () => {
    const { offer, events } = see([published], '3.0.1');
    expect(events).toMatchObject([{ seq: 1, submissionId: '2', to: arrived }]);
    expect(offer.current).toEqual(newer('preview'));
  });

  it('that was never seen before is no news, and another that is higher takes its place', () => {
    const higher = submissionAt('contentHub', 'inProgress', { submissionId: '2b', releaseNumber: 2.5 });
    const { offer, events } = see([published, higher, newer('preview')], '3.0.1');
    expect([offer.live?.submissionId, events]).toEqual(['2b', []]);
    expect(offer.live?.stages[5]).toMatchObject({ status: 'succeeded', endedAt: null });
  });
});

describe('a go-live', () => {
  type Row = [before: GoLiveState, stage: Stage, status: StageStatus, after: GoLiveState];
  it.each<Row>([
    ['recorded', 'publisherApproval', 'inProgress', 'recorded'],
    ['accepted', 'publisherApproval', 'waiting', 'accepted'],
    ['accepted', 'certification', 'inProgress', 'publishing'],
    ['unknown', 'certification', 'inProgress', 'publishing'],
    ['publishing', 'publishing', 'inProgress', 'publishing'],
    ['publishing', 'contentHub', 'inProgress', 'live'],
    ['signed', 'contentHub', 'inProgress', 'live'],
  ])('%s, seen at %s, %s: %s', (before, stage, status, after) => {
    const offer = signedOffer({ state: before, dueAt: at(30) });
    const seen = sightingOf([submissionAt(stage, status)]);
    const moved = { ...offer.goLive, state: after, since: at(60), dueAt: null };
    expect(observeOffer(offer, seen).offer.goLive).toEqual(after === before ? offer.goLive : moved);
  });
});
