import { newOffer, type Offer } from '../../src/domain/offer.js';
import type { Submission } from '../../src/domain/submission.js';
import type { Observation } from '../../src/domain/observation.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import { at, listingOf, offerAt, sightingOf, submissionAt, t0 } from '../support/build.js';

const unseen = newOffer(
  { offerKey: 'contoso.sentinel-solution', publisherId: 'contoso', offerId: 'sentinel-solution' },
  false,
);
const running = submissionAt('preview', 'inProgress');
const waiting = submissionAt('publisherApproval', 'waiting');

describe('first sight', () => {
  it.each<[string, Submission]>([
    ['runs', running],
    ['waits for approval', waiting],
    ['failed', submissionAt('certification', 'failed', { detail: 'why' })],
    ['goes live by itself', submissionAt('publisherApproval', 'waiting', { autoPromote: true })],
    ['went live without a sign-off here', submissionAt('contentHub', 'inProgress')],
  ])('of what %s is a baseline and no news', (_what, submission) => {
    const { offer, events } = observeOffer(
      unseen,
      sightingOf([submission], { marketplace: listingOf('2.0.0') }),
    );
    expect(events).toEqual([]);
    expect(offer).toEqual({
      ...unseen,
      productId: 'f6b6f3a0-0000-4000-8000-000000000001',
      name: 'Contoso Threat Protection',
      marketplaceVersion: '2.0.0',
      observedAt: at(60),
      current: submission,
    });
  });

  it('takes the newest as current and the last one that went live beside it, in whatever order they come', () => {
    const live = submissionAt('contentHub', 'inProgress', { submissionId: '9', releaseNumber: 1 });
    for (const submissions of [
      [running, live],
      [live, running],
    ]) {
      const { offer, events } = observeOffer(unseen, sightingOf(submissions));
      expect([offer.current, offer.live, events]).toEqual([running, live, []]);
    }
  });

  it('watches no older one that did not go live', () => {
    const older = submissionAt('certification', 'failed', { submissionId: '9', releaseNumber: 1 });
    expect(observeOffer(unseen, sightingOf([older, running])).offer.live).toBeNull();
  });

  it('makes up no instants', () => {
    const stages = running.stages.map((state) => ({ ...state, startedAt: null, endedAt: null }));
    const seen = { ...running, stages };
    const { offer } = observeOffer(unseen, sightingOf([seen]));
    expect(offer.current?.stages).toEqual(stages);
    expect(observeOffer(offer, sightingOf([seen], { at: at(120) })).offer).toBe(offer);
  });

  it('of nothing is none yet', () => {
    expect(observeOffer(unseen, sightingOf([]))).toEqual({ offer: unseen, events: [] });
  });
});

describe('a sighting that changes nothing returns the very same offer', () => {
  const offer = offerAt('preview', 'inProgress', { marketplaceVersion: '3.0.0' });
  const moved = submissionAt('certification', 'inProgress');
  it.each<[string, Observation]>([
    ['one that is older than the last change', sightingOf([moved], { at: at(-1) })],
    ['one of the very instant of the last change', sightingOf([moved], { at: t0 })],
    ['an empty one', sightingOf([])],
    ['one that shows a lower release alone', sightingOf([{ ...moved, submissionId: '9', releaseNumber: 1 }])],
    [
      'one that shows the known submission with a lower release',
      sightingOf([{ ...moved, releaseNumber: 1 }]),
    ],
    ['one that confirms what is known', sightingOf([running])],
    ['one that lost the version', sightingOf([{ ...running, version: null }])],
  ])('%s', (_what, seen) => {
    const observed = observeOffer(offer, seen);
    expect(observed.offer).toBe(offer);
    expect(observed.events).toEqual([]);
  });

  it('the same sighting twice', () => {
    const seen = sightingOf([moved], { marketplace: listingOf('3.0.0'), hubVersion: '3.0.0' });
    const once = observeOffer(offer, seen);
    expect(once.events).toHaveLength(1);
    const twice = observeOffer(once.offer, seen);
    expect(twice.offer).toBe(once.offer);
    expect(twice.events).toEqual([]);
  });

  it('the same thing seen later', () => {
    const { offer: once } = observeOffer(offer, sightingOf([moved]));
    expect(observeOffer(once, sightingOf([moved], { at: at(600) })).offer).toBe(once);
  });
});

describe('a change that is no news is kept and told to nobody', () => {
  const offer = offerAt('preview', 'inProgress', { marketplaceVersion: '3.0.0' });
  it.each<[string, Partial<Submission>, Partial<Observation>, (offer: Offer) => unknown, unknown]>([
    ['the name', {}, { name: 'Contoso Defense' }, ({ name }) => name, 'Contoso Defense'],
    ['the product', {}, { productId: 'other' }, ({ productId }) => productId, 'other'],
    ['the catalog', {}, { marketplace: listingOf('3.0.1') }, (it) => it.marketplaceVersion, '3.0.1'],
    ['the version', { version: '3.0.2' }, {}, ({ current }) => current?.version, '3.0.2'],
    ['a remark', { detail: 'so far' }, {}, ({ current }) => current?.detail, 'so far'],
  ])('%s', (_what, submission, sighting, read, expected) => {
    const observed = observeOffer(offer, sightingOf([{ ...running, ...submission }], sighting));
    expect(read(observed.offer)).toBe(expected);
    expect(observed.offer.observedAt).toBe(at(60));
    expect(observed.events).toEqual([]);
    expect(observed.offer.pending).toBe(offer.pending);
  });

  it.each([null, listingOf(null)])(
    'a catalog that shows no version leaves what it showed: %j',
    (marketplace) => {
      const seen = sightingOf([submissionAt('certification', 'inProgress')], { marketplace });
      expect(observeOffer(offer, seen).offer.marketplaceVersion).toBe('3.0.0');
    },
  );

  it('a source that does not know the product leaves it as it is known', () => {
    const seen = sightingOf([submissionAt('certification', 'inProgress')], { productId: null });
    expect(observeOffer(offer, seen).offer.productId).toBe(offer.productId);
  });
});
