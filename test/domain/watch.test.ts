import type { Offer } from '../../src/domain/offer.js';
import type { Stage, StageStatus } from '../../src/domain/stage.js';
import {
  afterFailedRead,
  afterGoodRead,
  claimWatch,
  newWatch,
  watchAgain,
  type Watch,
} from '../../src/domain/watch.js';
import { at, offerAt, submissionAt, t0 } from '../support/build.js';

const watch: Watch = {
  offerKey: 'contoso.sentinel-solution',
  dueAt: t0,
  checkedAt: null,
  failures: 0,
  misses: 0,
};
const later = at(10);

function secondsUntilNext(offer: Offer, everySeconds: number | null = null, jitter = 0): number {
  const { dueAt } = afterGoodRead(watch, offer, t0, everySeconds, jitter);
  return (Date.parse(dueAt ?? '') - Date.parse(t0)) / 1_000;
}

describe('a new watch', () => {
  it('begins without failures', () => {
    expect(newWatch('contoso.sentinel-solution', t0, later)).toEqual({
      ...watch,
      checkedAt: t0,
      dueAt: later,
    });
  });

  it('is due now when asked to look again, though nobody was to look any more', () => {
    expect(watchAgain({ ...watch, dueAt: null, failures: 2 }, later)).toEqual({
      ...watch,
      dueAt: later,
      failures: 2,
    });
  });
});

describe('claiming the next look', () => {
  it.each<[string, string | null, string | null]>([
    ['overdue: for 60 s', t0, at(70)],
    ['due this instant: for 60 s', later, at(70)],
    ['held by another, or not due: not', at(10.001), null],
    ['no longer tracked: not', null, null],
  ])('%s', (_when, dueAt, until) => {
    const claimed = claimWatch({ ...watch, dueAt, failures: 3 }, later);
    expect(claimed).toEqual(until && { ...watch, dueAt: until, failures: 3 });
  });
});

describe('after a good read', () => {
  it.each<[Stage, StageStatus, number]>([
    ['validation', 'inProgress', 3],
    ['preview', 'inProgress', 3],
    ['publisherApproval', 'waiting', 60],
    ['certification', 'inProgress', 15],
    ['publishing', 'inProgress', 3],
    ['contentHub', 'inProgress', 60],
    ['contentHub', 'succeeded', 60],
    ['validation', 'failed', 60],
    ['preview', 'cancelled', 60],
  ])('the next look at %s, %s comes in %d minutes', (stage, status, minutes) => {
    expect(secondsUntilNext(offerAt(stage, status))).toBe(minutes * 60);
  });

  it('the quicker of the newest and the live submission decides', () => {
    const live = submissionAt('contentHub', 'inProgress', { submissionId: '1' });
    const publishing = submissionAt('publishing', 'inProgress', { submissionId: '1' });
    expect(secondsUntilNext(offerAt('preview', 'inProgress', { live }))).toBe(180);
    expect(secondsUntilNext(offerAt('preview', 'failed', { live: publishing }))).toBe(180);
    expect(secondsUntilNext(offerAt('preview', 'failed', { live }))).toBe(3_600);
  });

  it('an offer without any submission is looked at every hour', () => {
    expect(secondsUntilNext(offerAt('preview', 'failed', { current: null }))).toBe(3_600);
  });

  it.each([
    [0, 180],
    [0.5, 189],
    [1, 198],
  ])('jitter %d makes it up to a tenth later: %d s', (jitter, seconds) => {
    expect(secondsUntilNext(offerAt('preview', 'inProgress'), null, jitter)).toBe(seconds);
  });

  it('one cadence for every stage is kept exactly', () => {
    expect(secondsUntilNext(offerAt('contentHub', 'succeeded'), 5, 1)).toBe(5);
  });

  it('failures are forgotten and the look is remembered', () => {
    const after = afterGoodRead({ ...watch, failures: 4 }, offerAt('preview', 'inProgress'), t0, 5, 0);
    expect(after).toEqual({ ...watch, checkedAt: t0, failures: 0, dueAt: at(5) });
  });

  it.each([
    ['counted', 2, 2],
    ['forgotten where none is named', undefined, 0],
  ])('misses are %s', (_what, misses, kept) => {
    const missing = { ...watch, misses: 1 };
    expect(afterGoodRead(missing, offerAt('preview', 'inProgress'), t0, 5, 0, misses).misses).toBe(kept);
  });

  it('nobody looks again at what is no longer tracked', () => {
    const untracked = offerAt('preview', 'inProgress', { tracked: false });
    expect(afterGoodRead(watch, untracked, t0, null, 0)).toEqual({ ...watch, checkedAt: t0, dueAt: null });
  });
});

describe('after a failed read', () => {
  it.each<[number, number | null, number, number]>([
    [0, null, 0, 60],
    [1, null, 0, 120],
    [4, null, 0, 960],
    [5, null, 0, 1_800],
    [5_000, null, 0, 1_800],
    [0, null, 1, 66],
    [5, null, 1, 1_980],
    [0, 2, 0, 2],
    [3, 2, 0, 16],
  ])('%d failures before, cadence %p, jitter %d: again in %d s', (failures, every, jitter, seconds) => {
    const before = { ...watch, failures, checkedAt: t0 };
    expect(afterFailedRead(before, t0, every, jitter)).toEqual({
      ...before,
      failures: failures + 1,
      dueAt: at(seconds),
    });
  });
});
