import { lacksCurrent, markCancelled, markGone, readsThatProve } from '../../src/domain/missing.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import type { Offer } from '../../src/domain/offer.js';
import type { Submission } from '../../src/domain/submission.js';
import type { Stage, StageStatus } from '../../src/domain/stage.js';
import { at, eventOf, offerAt, signedOffer, sightingOf, submissionAt } from '../support/build.js';

const older = submissionAt('contentHub', 'inProgress', { submissionId: '1', releaseNumber: 1 });
const newer = submissionAt('validation', 'inProgress', { submissionId: '3', releaseNumber: 3 });
const running = submissionAt('preview', 'inProgress');

it('three good reads in a row prove that a thing is gone', () => {
  expect(readsThatProve).toBe(3);
});

describe('a good read misses the submission under way', () => {
  it.each<[string, readonly Submission[], boolean]>([
    ['not when it lists none: the service answers so by mistake', [], false],
    ['when it lists an older one alone', [older], true],
    ['not when it lists it', [older, running], false],
    ['not when it lists a newer one', [older, newer], false],
    ['not when it lists another one of the same number', [{ ...running, submissionId: '2b' }], false],
  ])('%s', (_when, submissions, missed) => {
    expect(lacksCurrent(offerAt('preview', 'inProgress'), sightingOf(submissions))).toBe(missed);
  });

  it('only when there was one under way', () => {
    expect(lacksCurrent(offerAt('contentHub', 'inProgress'), sightingOf([older]))).toBe(false);
    expect(lacksCurrent(offerAt('preview', 'failed', { current: null }), sightingOf([older]))).toBe(false);
  });
});

describe('a submission that is not there any more', () => {
  it.each<[Stage, StageStatus]>([
    ['validation', 'notStarted'],
    ['preview', 'inProgress'],
    ['publisherApproval', 'waiting'],
    ['certification', 'failed'],
  ])('at %s, %s was cancelled there: one event', (stage, status) => {
    const offer = offerAt(stage, status, { seq: 6 });
    const cancelled = markCancelled(offer, at(600));
    const [from, to] = [{ stage, status }, { stage, status: 'cancelled' } as const];
    const told = eventOf({ seq: 7, at: at(600), from, to, movement: 'status' });
    expect(cancelled).toMatchObject({ seq: 7, pending: [told], observedAt: at(600) });
    expect(cancelled.current?.stages).toContainEqual(expect.objectContaining({ ...to, endedAt: at(600) }));
    expect(markCancelled(cancelled, at(660))).toBe(cancelled);
  });

  it('takes its sign-off and go-live with it', () => {
    expect(markCancelled(signedOffer(), at(600))).toMatchObject({ signOff: null, goLive: null });
  });

  it.each<[string, Offer]>([
    ['went live', offerAt('contentHub', 'inProgress')],
    ['was never seen', offerAt('preview', 'failed', { current: null })],
    ['was cancelled already', offerAt('preview', 'cancelled')],
  ])('is left as it is when it %s', (_when, offer) => {
    expect(markCancelled(offer, at(600))).toBe(offer);
  });

  it('is not brought back by a read that began before, but by a later one', () => {
    const cancelled = markCancelled(offerAt('preview', 'inProgress'), at(600));
    expect(observeOffer(cancelled, sightingOf([running], { at: at(599) })).offer).toBe(cancelled);
    const { events } = observeOffer(cancelled, sightingOf([running], { at: at(601) }));
    expect(events).toMatchObject([{ kind: 'moved', from: { status: 'cancelled' }, movement: 'status' }]);
  });

  it('does not hide that the one before it reaches the content hub', () => {
    const offer = offerAt('preview', 'inProgress', { live: older });
    const seen = sightingOf([older], { at: at(700), hubVersion: older.version });
    expect(observeOffer(markCancelled(offer, at(600)), seen).events).toMatchObject([
      { seq: 2, submissionId: '1', to: { stage: 'contentHub', status: 'succeeded' } },
    ]);
  });
});

describe('an offer that is not there any more', () => {
  const offer = offerAt('preview', 'inProgress', { seq: 6 });
  const gone = markGone(offer, at(600));

  it('is told once, with where its submission stood', () => {
    const to = { stage: 'preview', status: 'inProgress' } as const;
    const told = eventOf({ seq: 7, kind: 'gone', at: at(600), from: null, to, movement: 'none' });
    expect(gone).toEqual({ ...offer, gone: true, seq: 7, pending: [told] });
    expect(markGone(gone, at(660))).toBe(gone);
  });

  it('without any submission is noted and told to nobody', () => {
    const empty = { ...offer, current: null };
    expect(markGone(empty, at(600))).toEqual({ ...empty, gone: true });
  });

  it.each<[string, readonly Submission[]]>([
    ['with its submission', [running]],
    ['with an older one alone', [older]],
    ['without any', []],
  ])('is there again when a read shows it %s, which is no news', (_how, submissions) => {
    const { offer: back, events } = observeOffer(gone, sightingOf(submissions, { at: at(700) }));
    expect([back.gone, events]).toEqual([false, []]);
  });
});
