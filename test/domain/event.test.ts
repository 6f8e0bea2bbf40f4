import {
  asksForApproval,
  importanceOf,
  wentLive,
  withEvent,
  type Importance,
} from '../../src/domain/event.js';
import type { EventKind, OfferEvent } from '../../src/domain/offer-event.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import type { Stage, StageStatus } from '../../src/domain/stage.js';
import { at, eventOf, offerAt, signOffOf, submissionAt, t0 } from '../support/build.js';

const preview = { stage: 'preview', status: 'inProgress' } as const;
const waiting = { stage: 'publisherApproval', status: 'waiting' } as const;

describe('an offer with one more event', () => {
  const earlier = eventOf({ seq: 4 });
  const offer = offerAt('preview', 'inProgress', { seq: 4, pending: [earlier] });
  const submission = submissionAt('preview', 'inProgress');

  it('counts up and keeps the event behind those that wait', () => {
    const facts = { kind: 'moved', at: t0, from: null, to: preview, movement: 'forward' } as const;
    expect(withEvent(offer, submission, facts)).toEqual({
      ...offer,
      seq: 5,
      pending: [
        earlier,
        {
          seq: 5,
          kind: 'moved',
          offerKey: 'contoso.sentinel-solution',
          submissionId: submission.submissionId,
          releaseNumber: 2,
          version: '3.0.1',
          at: t0,
          from: null,
          to: preview,
          movement: 'forward',
          replaces: null,
          remarks: [],
          detail: null,
          signOff: null,
          goLive: null,
        },
      ],
    });
  });

  it('carries what else it is about', () => {
    const more = {
      replaces: '1',
      remarks: ['unsigned'],
      detail: 'why',
      signOff: signOffOf(submission),
      goLive: 'unknown',
    } as const;
    const facts = { kind: 'goLive', at: at(1), from: preview, to: waiting, movement: 'forward' } as const;
    expect(withEvent(offer, submission, { ...facts, ...more }).pending[1]).toMatchObject({
      ...facts,
      ...more,
    });
  });
});

describe('how much an event matters', () => {
  it.each<[Stage, StageStatus, Importance]>([
    ['validation', 'inProgress', 'detail'],
    ['validation', 'failed', 'actionNeeded'],
    ['preview', 'cancelled', 'actionNeeded'],
    ['publisherApproval', 'inProgress', 'detail'],
    ['publisherApproval', 'waiting', 'actionNeeded'],
    ['certification', 'waiting', 'detail'],
    ['certification', 'failed', 'actionNeeded'],
    ['publishing', 'inProgress', 'detail'],
    ['contentHub', 'inProgress', 'milestone'],
    ['contentHub', 'succeeded', 'milestone'],
    ['contentHub', 'failed', 'actionNeeded'],
  ])('moved or resubmitted to %s, %s: %s', (stage, status, importance) => {
    const to = { stage, status };
    expect(importanceOf(eventOf({ kind: 'moved', to }))).toBe(importance);
    expect(importanceOf(eventOf({ kind: 'resubmitted', to }))).toBe(importance);
  });

  it.each<[EventKind, GoLiveState | null, Importance]>([
    ['signed', null, 'milestone'],
    ['autoPromote', null, 'actionNeeded'],
    ['late', null, 'actionNeeded'],
    ['gone', null, 'actionNeeded'],
    ['goLive', 'accepted', 'detail'],
    ['goLive', 'refused', 'actionNeeded'],
    ['goLive', 'unknown', 'actionNeeded'],
    ['goLive', 'notTaken', 'actionNeeded'],
  ])('%s, go-live %s: %s', (kind, goLive, importance) => {
    expect(importanceOf(eventOf({ kind, goLive }))).toBe(importance);
  });

  it.each<[OfferEvent['remarks'], Stage, StageStatus, Importance]>([
    [['unsigned'], 'certification', 'inProgress', 'milestone'],
    [['unsigned'], 'certification', 'failed', 'actionNeeded'],
    [['unsigned'], 'contentHub', 'inProgress', 'milestone'],
    [['autoPromote'], 'preview', 'inProgress', 'actionNeeded'],
    [['unsigned', 'autoPromote'], 'publishing', 'inProgress', 'actionNeeded'],
  ])('resubmitted, %j, found at %s, %s: %s', (remarks, stage, status, importance) => {
    expect(importanceOf(eventOf({ kind: 'resubmitted', remarks, to: { stage, status } }))).toBe(importance);
  });

  it.each<[StageStatus, Importance]>([
    ['inProgress', 'milestone'],
    ['failed', 'actionNeeded'],
  ])('went on without a sign-off, certification %s: %s', (status, importance) => {
    expect(importanceOf(eventOf({ kind: 'unsigned', to: { stage: 'certification', status } }))).toBe(
      importance,
    );
  });
});

describe('people are asked to sign', () => {
  it.each<[EventKind, boolean]>([
    ['moved', true],
    ['resubmitted', true],
    ['unsigned', false],
    ['autoPromote', false],
    ['signed', false],
    ['goLive', false],
    ['late', false],
    ['gone', false],
  ])('by an event of kind %s at a waiting approval: %s', (kind, asked) => {
    expect(asksForApproval(eventOf({ kind, to: waiting }))).toBe(asked);
    expect(asksForApproval(eventOf({ kind, to: preview }))).toBe(false);
  });
});

describe('a submission went live', () => {
  it.each<[Stage, StageStatus, boolean]>([
    ['publishing', 'inProgress', false],
    ['publishing', 'failed', false],
    ['contentHub', 'inProgress', true],
    ['contentHub', 'succeeded', true],
  ])('at %s, %s: %s', (stage, status, live) => {
    expect(wentLive(submissionAt(stage, status))).toBe(live);
  });
});
