import { noteLateness } from '../../src/domain/lateness.js';
import type { Observation } from '../../src/domain/observation.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import { newOffer, type Offer } from '../../src/domain/offer.js';
import { positionOf, type Position, type Stage, type StageStatus } from '../../src/domain/stage.js';
import { at, offerAt, sightingOf, submissionAt } from '../support/build.js';

type Row = [
  stage: Stage,
  status: StageStatus,
  stands: string,
  afterSubmitted: string,
  afterPublishing: string,
  asNewSubmission: string,
  monthsLater: string,
];

/** What is told of each stage in each status, by what was seen before it. */
// prettier-ignore
const rows: readonly Row[] = [
  ['validation', 'notStarted', 'validation notStarted', 'nothing', 'moved, back', 'resubmitted', 'nothing'],
  ['validation', 'inProgress', 'validation inProgress', 'moved, status', 'moved, back', 'resubmitted', 'late'],
  ['validation', 'waiting', 'validation waiting', 'moved, status', 'moved, back', 'resubmitted', 'nothing'],
  ['validation', 'succeeded', 'preview notStarted', 'moved, forward', 'moved, back', 'resubmitted', 'nothing'],
  ['validation', 'failed', 'validation failed', 'moved, status', 'moved, back', 'resubmitted', 'nothing'],
  ['validation', 'cancelled', 'validation cancelled', 'moved, status', 'moved, back', 'resubmitted', 'nothing'],
  ['preview', 'notStarted', 'preview notStarted', 'moved, forward', 'moved, back', 'resubmitted', 'nothing'],
  ['preview', 'inProgress', 'preview inProgress', 'moved, forward', 'moved, back', 'resubmitted', 'late'],
  ['preview', 'waiting', 'preview waiting', 'moved, forward', 'moved, back', 'resubmitted', 'nothing'],
  ['preview', 'succeeded', 'publisherApproval notStarted', 'moved, skipped', 'moved, back', 'resubmitted', 'nothing'],
  ['preview', 'failed', 'preview failed', 'moved, forward', 'moved, back', 'resubmitted', 'nothing'],
  ['preview', 'cancelled', 'preview cancelled', 'moved, forward', 'moved, back', 'resubmitted', 'nothing'],
  ['publisherApproval', 'notStarted', 'publisherApproval notStarted', 'moved, skipped', 'moved, back', 'resubmitted', 'nothing'],
  ['publisherApproval', 'inProgress', 'publisherApproval inProgress', 'moved, skipped', 'moved, back', 'resubmitted', 'nothing'],
  ['publisherApproval', 'waiting', 'publisherApproval waiting', 'moved, skipped', 'moved, back', 'resubmitted', 'nothing'],
  ['publisherApproval', 'succeeded', 'certification notStarted', 'unsigned, skipped', 'moved, back', 'resubmitted, unsigned', 'nothing'],
  ['publisherApproval', 'failed', 'publisherApproval failed', 'moved, skipped', 'moved, back', 'resubmitted', 'nothing'],
  ['publisherApproval', 'cancelled', 'publisherApproval cancelled', 'moved, skipped', 'moved, back', 'resubmitted', 'nothing'],
  ['certification', 'notStarted', 'certification notStarted', 'unsigned, skipped', 'moved, back', 'resubmitted, unsigned', 'nothing'],
  ['certification', 'inProgress', 'certification inProgress', 'unsigned, skipped', 'moved, back', 'resubmitted, unsigned', 'late'],
  ['certification', 'waiting', 'certification waiting', 'unsigned, skipped', 'moved, back', 'resubmitted, unsigned', 'nothing'],
  ['certification', 'succeeded', 'publishing notStarted', 'unsigned, skipped', 'moved, status', 'resubmitted, unsigned', 'nothing'],
  ['certification', 'failed', 'certification failed', 'unsigned, skipped', 'moved, back', 'resubmitted, unsigned', 'nothing'],
  ['certification', 'cancelled', 'certification cancelled', 'unsigned, skipped', 'moved, back', 'resubmitted, unsigned', 'nothing'],
  ['publishing', 'notStarted', 'publishing notStarted', 'unsigned, skipped', 'moved, status', 'resubmitted, unsigned', 'nothing'],
  ['publishing', 'inProgress', 'publishing inProgress', 'unsigned, skipped', 'nothing', 'resubmitted, unsigned', 'late'],
  ['publishing', 'waiting', 'publishing waiting', 'unsigned, skipped', 'moved, status', 'resubmitted, unsigned', 'nothing'],
  ['publishing', 'succeeded', 'contentHub inProgress', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'late'],
  ['publishing', 'failed', 'publishing failed', 'unsigned, skipped', 'moved, status', 'resubmitted, unsigned', 'nothing'],
  ['publishing', 'cancelled', 'publishing cancelled', 'unsigned, skipped', 'moved, status', 'resubmitted, unsigned', 'nothing'],
  ['contentHub', 'notStarted', 'contentHub inProgress', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'late'],
  ['contentHub', 'inProgress', 'contentHub inProgress', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'late'],
  ['contentHub', 'waiting', 'contentHub inProgress', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'late'],
  ['contentHub', 'succeeded', 'contentHub succeeded', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'nothing'],
  ['contentHub', 'failed', 'contentHub inProgress', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'late'],
  ['contentHub', 'cancelled', 'contentHub inProgress', 'unsigned, skipped', 'moved, forward', 'resubmitted, unsigned', 'late'],
];

/** A sighting in which a submission is in a stage, so many seconds after all began. */
function seenAt(seconds: number, stage: Stage, status: StageStatus, submissionId = '2'): Observation {
  const releaseNumber = Number(submissionId);
  return sightingOf([submissionAt(stage, status, { submissionId, releaseNumber })], { at: at(seconds) });
}

/** An offer that was first seen in the first of these sightings, and then in the others. */
function after(...sightings: readonly Observation[]): Offer {
  const unseen = newOffer(offerAt('validation', 'notStarted'), false);
  return sightings.reduce((offer, seen) => observeOffer(offer, seen).offer, unseen);
}

function words({ stage, status }: Position): string {
  return `${stage} ${status}`;
}

/** "moved, back" for each event; each is numbered from 1 and leads to where the submission stands. */
function told({ current, pending }: Offer): string {
  const to = current && positionOf(current.stages);
  expect(pending).toEqual(pending.map((_event, index) => expect.objectContaining({ seq: index + 1, to })));
  const texts = pending.map(({ kind, movement, remarks }) =>
    [kind, ...(kind === 'moved' || kind === 'unsigned' ? [movement] : []), ...remarks].join(', '),
  );
  return texts.length === 0 ? 'nothing' : texts.join('; ');
}

describe.each(rows)(
  '%s, %s',
  (stage, status, stands, afterSubmitted, afterPublishing, asNew, monthsLater) => {
    const seen = seenAt(60, stage, status);
    const submitted = seenAt(0, 'validation', 'notStarted');
    const publishing = seenAt(0, 'publishing', 'inProgress');
    const first = after(seen);

    it(`at first sight stands at ${stands}: nothing is told`, () => {
      expect(first.current && words(positionOf(first.current.stages))).toBe(stands);
      expect(told(first)).toBe('nothing');
    });

    it('repeated, in the same sighting or in later ones: nothing', () => {
      const again = [seen, seenAt(120, stage, status), seenAt(180, stage, status)];
      for (const several of [again.slice(0, 1), again]) expect(after(seen, ...several)).toEqual(first);
    });

    it('followed by sightings from before it: nothing', () => {
      const before = [
        submitted,
        seenAt(59, 'publishing', 'failed'),
        seenAt(60, 'preview', 'inProgress', '3'),
      ];
      expect(after(seen, ...before)).toEqual(first);
    });

    it(`after it was submitted, with what is between skipped: ${afterSubmitted}`, () => {
      const offer = after(submitted, seen);
      expect(told(offer)).toBe(afterSubmitted);
      expect(told(after(submitted, seen, submitted, seen))).toBe(afterSubmitted);
      for (const { from } of offer.pending)
        expect(from).toEqual({ stage: 'validation', status: 'notStarted' });
    });

    it(`after it was being published, back there as well: ${afterPublishing}`, () => {
      const offer = after(publishing, seen);
      expect(told(offer)).toBe(afterPublishing);
      for (const { from } of offer.pending)
        expect(from).toEqual({ stage: 'publishing', status: 'inProgress' });
    });

    it(`of a new submission: ${asNew}`, () => {
      const failed = seenAt(0, 'certification', 'failed', '1');
      const offer = after(failed, seen);
      expect(told(offer)).toBe(asNew);
      const from = { stage: 'certification', status: 'failed' };
      expect(offer.pending).toMatchObject([{ submissionId: '2', replaces: '1', from }]);
      expect(after(failed, seen, seenAt(120, 'certification', 'failed', '1'))).toEqual(offer);
    });

    it(`still there after months: ${monthsLater}`, () => {
      const rule = { timeZone: 'UTC', hubWatched: true };
      const months = at(100 * 86_400);
      const offer = noteLateness(first, months, rule, false);
      expect(told(offer)).toBe(monthsLater);
      expect(noteLateness(offer, months, rule, false)).toBe(offer);
    });
  },
);
