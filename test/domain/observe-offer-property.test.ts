import * as fc from 'fast-check';
import type { Observation } from '../../src/domain/observation.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import { newOffer, submissionOf } from '../../src/domain/offer.js';
import type { Submission } from '../../src/domain/submission.js';
import { positionOf, stages, type StageState, type StageStatus } from '../../src/domain/stage.js';
import { at, sightingOf, submissionAt } from '../support/build.js';

const statuses: readonly StageStatus[] = [
  'notStarted',
  'inProgress',
  'waiting',
  'succeeded',
  'failed',
  'cancelled',
];
const ownStages = stages.filter((stage) => stage !== 'contentHub');
const key = { offerKey: 'contoso.solution', publisherId: 'contoso', offerId: 'solution' };

/** Stages in any state, most often a plausible one; instants are left out as often as not. */
const stageStates: fc.Arbitrary<readonly StageState[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...ownStages).map((stage) => submissionAt(stage, 'inProgress').stages),
  },
  { weight: 2, arbitrary: fc.constant(submissionAt('contentHub', 'inProgress').stages) },
  {
    weight: 2,
    arbitrary: fc.tuple(...ownStages.map(() => fc.constantFrom(...statuses))).map((chosen) =>
      ownStages.map((stage, index): StageState => {
        const status = chosen[index] ?? 'notStarted';
        return { stage, status, startedAt: null, endedAt: null };
      }),
    ),
  },
);

const submission: fc.Arbitrary<Submission> = fc
  .record({
    releaseNumber: fc.integer({ min: 1, max: 4 }),
    stages: stageStates,
    autoPromote: fc.boolean(),
    version: fc.constantFrom('3.0.1', '3.0.2', null),
  })
  .map((facts) =>
    submissionAt('validation', 'inProgress', { submissionId: `s${facts.releaseNumber}`, ...facts }),
  );

const sighting: fc.Arbitrary<Observation> = fc
  .record({
    seconds: fc.integer({ min: 0, max: 40 }),
    submissions: fc.uniqueArray(submission, { maxLength: 3, selector: ({ submissionId }) => submissionId }),
    hubVersion: fc.constantFrom(null, '3.0.0', '3.0.1', '3.0.2'),
  })
  .map(({ seconds, submissions, hubVersion }) => sightingOf(submissions, { at: at(seconds), hubVersion }));

/** Sightings in any order of their instants, some of them twice. */
const sightings = fc
  .array(fc.tuple(sighting, fc.boolean()), { maxLength: 25 })
  .map((several) => several.flatMap(([seen, twice]) => (twice ? [seen, seen] : [seen])));

describe('any sequence of sightings', () => {
  it('numbers its events from 1 without a gap, each at the position that its submission then has', () => {
    fc.assert(
      fc.property(sightings, (several) => {
        let offer = newOffer(key, false);
        const seqs: number[] = [];
        for (const seen of several) {
          const observed = observeOffer(offer, seen);
          offer = observed.offer;
          for (const event of observed.events) {
            seqs.push(event.seq);
            const moved = submissionOf(offer, event.submissionId);
            expect(moved && positionOf(moved.stages)).toEqual(event.to);
          }
        }
        expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
        expect([offer.seq, offer.pending.map(({ seq }) => seq)]).toEqual([seqs.length, seqs]);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when it is seen again, at once or later', () => {
    fc.assert(
      fc.property(sightings, (several) => {
        let offer = newOffer(key, false);
        for (const seen of several) {
          const before = offer;
          offer = observeOffer(before, seen).offer;
          expect(observeOffer(offer, seen).offer).toBe(offer);
          if (offer !== before) expect(observeOffer(offer, { ...seen, at: at(60) }).offer).toBe(offer);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never shows a submission older than one it showed', () => {
    fc.assert(
      fc.property(sightings, (several) => {
        let offer = newOffer(key, false);
        for (const seen of several) {
          const { current, live } = offer;
          offer = observeOffer(offer, seen).offer;
          expect(offer.current?.releaseNumber ?? 0).toBeGreaterThanOrEqual(current?.releaseNumber ?? 0);
          expect(offer.live?.releaseNumber ?? 0).toBeGreaterThanOrEqual(live?.releaseNumber ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
