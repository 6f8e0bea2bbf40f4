import * as fc from 'fast-check';
import { isLate, noteLateness, type LatenessRule } from '../../src/domain/lateness.js';
import type { Offer } from '../../src/domain/offer.js';
import { secondsAfter } from '../../src/domain/instant.js';
import { stages, type Stage, type StageStatus } from '../../src/domain/stage.js';
import { at, eventOf, offerAt, submissionAt } from '../support/build.js';

const rule: LatenessRule = { timeZone: 'UTC', hubWatched: true };
const hour = 3_600;
const day = 24 * hour;
const muchLater = at(60 * day);

describe('a stage is late', () => {
  it.each<[Stage, number]>([
    ['validation', day],
    ['preview', 1 + 4 * hour],
    ['certification', 3 + 18 * day],
    ['publishing', 4 + day],
    ['contentHub', 5 + 5 * day],
  ])('%s: %d s after all began, not a moment sooner', (stage, seconds) => {
    const submission = submissionAt(stage, 'inProgress');
    expect(isLate(submission, at(seconds - 0.001), rule)).toBe(false);
    expect(isLate(submission, at(seconds), rule)).toBe(true);
  });

  it.each<[Stage, StageStatus]>([
    ['publisherApproval', 'inProgress'],
    ['publisherApproval', 'waiting'],
    ['validation', 'notStarted'],
    ['preview', 'failed'],
    ['certification', 'cancelled'],
    ['contentHub', 'succeeded'],
  ])('never: %s, %s', (stage, status) => {
    expect(isLate(submissionAt(stage, status), muchLater, rule)).toBe(false);
  });

  it('never where it is not known since when it runs, or which', () => {
    const running = submissionAt('validation', 'inProgress');
    const undated = running.stages.map((state) => ({ ...state, startedAt: null }));
    expect(isLate({ ...running, stages: undated }, muchLater, rule)).toBe(false);
    expect(isLate({ ...running, stages: [] }, muchLater, rule)).toBe(false);
  });

  it('never of a content hub that nobody observes, but of what comes before it', () => {
    const unobserved = { ...rule, hubWatched: false };
    expect(isLate(submissionAt('contentHub', 'inProgress'), muchLater, unobserved)).toBe(false);
    expect(isLate(submissionAt('publishing', 'inProgress'), muchLater, unobserved)).toBe(true);
  });

  it('by the days of its zone', () => {
    const stages = submissionAt('contentHub', 'inProgress').stages.map((state) =>
      state.stage === 'contentHub' ? { ...state, startedAt: '2026-11-27T23:30:00.000Z' } : state,
    );
    const submission = submissionAt('contentHub', 'inProgress', { stages });
    const lateOn = (now: string, timeZone: string): boolean => isLate(submission, now, { ...rule, timeZone });
    expect(lateOn('2026-12-02T23:30:00.000Z', 'UTC')).toBe(true);
    expect(lateOn('2026-12-02T23:30:00.000Z', 'Europe/Berlin')).toBe(false);
    expect(lateOn('2026-12-04T23:00:00.000Z', 'Europe/Berlin')).toBe(true);
  });
});

describe('what has become late', () => {
  const running = offerAt('validation', 'inProgress', { seq: 6 });
  const { submissionId } = submissionAt('validation', 'inProgress');

  it('is told in one event, and once', () => {
    const noted = noteLateness(running, muchLater, rule, false);
    const to = { stage: 'validation', status: 'inProgress' } as const;
    const told = eventOf({ seq: 7, kind: 'late', at: muchLater, from: null, to, movement: 'none' });
    expect(noted).toEqual({
      ...running,
      seq: 7,
      pending: [told],
      toldLate: [`${submissionId}:validation`],
    });
    expect(noteLateness(noted, secondsAfter(muchLater, day), rule, false)).toBe(noted);
  });

  it('at first sight is no news, then or later', () => {
    const noted = noteLateness(running, muchLater, rule, true);
    expect(noted).toEqual({ ...running, toldLate: [`${submissionId}:validation`] });
    expect(noteLateness(noted, muchLater, rule, false)).toBe(noted);
  });

  it('is nothing while all is in time, or nothing was submitted: the very same offer', () => {
    expect(noteLateness(running, at(60), rule, false)).toBe(running);
    const empty = offerAt('validation', 'inProgress', { current: null });
    expect(noteLateness(empty, muchLater, rule, false)).toBe(empty);
  });

  it('is told of the next stage anew, and of the live submission beside the newest', () => {
    const live = submissionAt('contentHub', 'inProgress', { submissionId: '1', releaseNumber: 1 });
    const offer = offerAt('preview', 'inProgress', { live, toldLate: [`${submissionId}:validation`] });
    const noted = noteLateness(offer, muchLater, rule, false);
    expect(noted.pending).toMatchObject([
      { seq: 1, kind: 'late', submissionId, to: { stage: 'preview' } },
      { seq: 2, kind: 'late', submissionId: '1', to: { stage: 'contentHub' } },
    ]);
  });

  it('is forgotten with its submission', () => {
    const noted = noteLateness({ ...running, toldLate: ['1:validation'] }, muchLater, rule, false);
    expect(noted.toldLate).toEqual([`${submissionId}:validation`]);
  });

  it('however often it is judged, is told at most once for each submission and stage', () => {
    const look = fc.tuple(fc.constantFrom(...stages), fc.constantFrom('1', '2'), fc.nat(10), fc.boolean());
    let told = 0;
    fc.assert(
      fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
        let now = at(0);
        const last = looks.reduce<Offer>(
          (offer, [stage, id, days, baseline]) => {
            now = secondsAfter(now, days * day);
            const current = submissionAt(stage, 'inProgress', { submissionId: id });
            const live = submissionAt('contentHub', 'inProgress', { submissionId: id === '1' ? '2' : '1' });
            return noteLateness({ ...offer, current, live }, now, rule, baseline);
          },
          offerAt('validation', 'inProgress'),
        );
        const what = last.pending.map((event) => `${event.submissionId}:${event.to.stage}`);
        expect(new Set(what).size).toBe(what.length);
        told += what.length;
      }),
    );
    expect(told).toBeGreaterThan(0);
  });
});
