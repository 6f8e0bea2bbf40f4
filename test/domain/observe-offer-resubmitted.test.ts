import type { OfferEvent } from '../../src/domain/offer-event.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import type { Submission } from '../../src/domain/submission.js';
import { at, offerAt, signedOffer, sightingOf, submissionAt } from '../support/build.js';

const newer = (stage: Parameters<typeof submissionAt>[0], more: Partial<Submission> = {}): Submission =>
  submissionAt(stage, 'inProgress', { submissionId: '1152921505697719190', releaseNumber: 3, ...more });
const replaced = submissionAt('publisherApproval', 'waiting').submissionId;

describe('a newer submission', () => {
  const { offer, events } = observeOffer(
    signedOffer({ state: 'recorded' }),
    sightingOf([newer('validation')]),
  );

  it('takes the place of the current one, and what was given for that one is gone', () => {
    expect(offer.current).toEqual(newer('validation'));
    expect([offer.confirmations, offer.signOff, offer.goLive, offer.live]).toEqual([[], null, null, null]);
  });

  it('is one event that names the one it replaced', () => {
    expect(events).toMatchObject([
      {
        seq: 1,
        kind: 'resubmitted',
        submissionId: '1152921505697719190',
        releaseNumber: 3,
        replaces: replaced,
        from: { stage: 'publisherApproval', status: 'waiting' },
        to: { stage: 'validation', status: 'inProgress' },
        movement: 'back',
        at: at(60),
        detail: null,
      },
    ]);
  });

  it('says why it failed at once', () => {
    const failed = newer('validation', { detail: 'why' });
    expect(observeOffer(signedOffer(), sightingOf([failed])).events).toMatchObject([{ detail: 'why' }]);
  });

  it('of the same release number replaces too, for it is another one', () => {
    const other = newer('validation', { releaseNumber: 2 });
    expect(observeOffer(signedOffer(), sightingOf([other])).events).toMatchObject([{ kind: 'resubmitted' }]);
  });

  it('has the begin of a stage that was seen to begin', () => {
    const stages = newer('validation').stages.map((state) => ({ ...state, startedAt: null, endedAt: null }));
    const seen = sightingOf([newer('validation', { stages })]);
    expect(observeOffer(signedOffer(), seen).offer.current?.stages[0]?.startedAt).toBe(at(60));
  });

  it('after a baseline without any replaces none', () => {
    const empty = offerAt('preview', 'inProgress', { current: null });
    expect(observeOffer(empty, sightingOf([newer('validation')])).events).toMatchObject([
      { kind: 'resubmitted', replaces: null, from: null, movement: 'none' },
    ]);
  });

  it.each<[string, Submission, OfferEvent['remarks']]>([
    ['under way says nothing more', newer('preview'), []],
    ['that goes live by itself says so', newer('preview', { autoPromote: true }), ['autoPromote']],
    ['found past publisher approval says so', newer('certification'), ['unsigned']],
    ['that did both says both', newer('contentHub', { autoPromote: true }), ['unsigned', 'autoPromote']],
  ])('%s, in the one event', (_what, submission, remarks) => {
    const { events } = observeOffer(signedOffer(), sightingOf([submission]));
    expect(events).toMatchObject([{ seq: 1, kind: 'resubmitted', remarks }]);
  });
});
