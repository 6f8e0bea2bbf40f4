import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newOffer, type OfferKeyParts } from '../../src/domain/offer.js';
import { newWatch } from '../../src/domain/watch.js';
import { makeTrackOffer, makeUntrackOffer } from '../../src/use-cases/track-offer.js';
import { at, submissionAt, t0 } from '../support/build.js';
import { sourceOf } from '../support/fake-catalogs.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { beforeFirst, Died, diesBefore, emptyAfter } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded } from '../support/presses.js';
import { lateness, Replica } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const offerKey = 'contoso.sentinel-solution';
const key: OfferKeyParts = { offerKey, publisherId: 'contoso', offerId: 'sentinel-solution' };
const waiting = submissionAt('publisherApproval', 'waiting');

let stores: Stores;
let partnerCenter: FakePublishing;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  partnerCenter = new FakePublishing();
  partnerCenter.shows(waiting);
});
afterEach(() => stores.dispose());

const tracker = (ports: Partial<Stores> = {}, simulated = false) => {
  const source = sourceOf(partnerCenter, clock);
  return makeTrackOffer({ ...stores, ...ports, source, clock, lateness, simulated });
};
const track = () => tracker()(key);
const untrack = () => makeUntrackOffer(stores)(offerKey);
const saved = async () => (await loaded(stores.offers, offerKey)).value;
const watched = async () => (await stores.watches.load(offerKey))?.value;
const poll = () => new Replica({ stores, publishing: partnerCenter, clock }).poll();

describe('tracking an offer', () => {
  it('takes what it finds as the baseline: there is no news', async () => {
    const result = await track();
    expect(result).toMatchObject({ kind: 'tracked', offer: { tracked: true, observedAt: t0 } });
    expect(await saved()).toMatchObject({
      name: 'Contoso Threat Protection',
      current: { submissionId: waiting.submissionId },
      seq: 0,
      pending: [],
    });
  });

  it('watches it from now on', async () => {
    await track();
    expect(await watched()).toStrictEqual(newWatch(offerKey, t0, t0));
  });

  it('takes a stage that is late already as it is: that is no news, now or later', async () => {
    clock.forward(30 * 86_400);
    partnerCenter.shows(submissionAt('preview', 'inProgress'));
    expect(await track()).toMatchObject({
      offer: { toldLate: [`${waiting.submissionId}:preview`], pending: [] },
    });
    clock.forward(3_600);
    await poll();
    expect(await saved()).toMatchObject({ seq: 0, pending: [] });
  });

  it('begins with an offer that has no submission yet; its first one is news', async () => {
    partnerCenter.shows();
    await track();
    expect(await saved()).toMatchObject({ current: null, productId: expect.any(String), observedAt: t0 });
    clock.forward(1);
    partnerCenter.shows(submissionAt('validation', 'inProgress'));
    await poll();
    expect((await saved()).pending).toMatchObject([{ kind: 'resubmitted', replaces: null }]);
  });

  it.each(['notFound', 'unavailable'] as const)('keeps nothing when Partner Center says %s', async (kind) => {
    partnerCenter.reading = kind === 'notFound' ? { kind } : { kind, reason: 'status 503' };
    expect(await track()).toStrictEqual({ kind });
    expect(await stores.offers.load(offerKey)).toBeNull();
    expect(await watched()).toBeUndefined();
  });

  it('that is tracked already says so, and reads nothing', async () => {
    await track();
    expect(await track()).toMatchObject({ kind: 'already', offer: { offerKey } });
    expect(partnerCenter.reads).toHaveLength(1);
  });

  it('marks what comes from a simulator', async () => {
    expect(await tracker({}, true)(key)).toMatchObject({ offer: { simulated: true } });
  });

  it('twice at the same moment keeps one of them', async () => {
    const offers = beforeFirst(stores.offers, 'create', track);
    expect(await tracker({ offers })(key)).toMatchObject({ kind: 'already' });
    expect(await saved()).toMatchObject({ seq: 0, pending: [] });
  });

  it('that died before it was watched is mended by tracking it again', async () => {
    const save = diesBefore;
    await expect(tracker({ watches: { ...stores.watches, save } })(key)).rejects.toThrow(Died);
    expect(await watched()).toBeUndefined();
    expect((await track()).kind).toBe('already');
    expect(await watched()).toMatchObject({ dueAt: t0 });
  });
});

describe('where Partner Center is off', () => {
  const trackUnread = () =>
    makeTrackOffer({ ...stores, source: null, clock, lateness, simulated: false })(key);

  it('begins with nothing: what is pushed first is the baseline', async () => {
    expect(await trackUnread()).toStrictEqual({ kind: 'tracked', offer: newOffer(key, false) });
    expect(await saved()).toStrictEqual(newOffer(key, false));
    expect(await watched()).toMatchObject({ checkedAt: null, failures: 0 });
    expect(partnerCenter.reads).toStrictEqual([]);
  });

  it('says of one that is tracked already that it is', async () => {
    await trackUnread();
    expect(await trackUnread()).toMatchObject({ kind: 'already' });
  });
});

describe('untracking an offer', () => {
  it('keeps its document and its counter, and stops the looks', async () => {
    await track();
    clock.forward(1);
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poll();
    clock.forward(3_600);
    expect(await untrack()).toMatchObject({ tracked: false, seq: 1 });
    await poll();
    expect((await watched())?.dueAt).toBeNull();
    expect(await stores.offers.listTracked()).toStrictEqual([]);
  });

  it('twice is no more than once', async () => {
    await track();
    await untrack();
    const once = await stores.offers.load(offerKey);
    expect(await untrack()).toMatchObject({ tracked: false });
    expect(await stores.offers.load(offerKey)).toStrictEqual(once);
  });

  it('that nobody tracked finds none', async () => {
    expect(await untrack()).toBeNull();
  });
});

describe('tracking it again', () => {
  it('goes on with the document and the numbers there were', async () => {
    await track();
    clock.forward(1);
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poll();
    await untrack();
    clock.forward(3_600);
    expect(await track()).toMatchObject({ kind: 'tracked', offer: { tracked: true, seq: 1 } });
    partnerCenter.shows(submissionAt('publishing', 'inProgress'));
    await poll();
    expect((await saved()).pending).toMatchObject([{ seq: 1 }, { seq: 2, to: { stage: 'publishing' } }]);
  });

  it('is watched although a look at the untracked offer ends at the same moment', async () => {
    await track();
    await untrack();
    clock.forward(1);
    const watches = beforeFirst(stores.watches, 'save', poll);
    expect(await tracker({ watches })(key)).toMatchObject({ kind: 'tracked' });
    expect((await watched())?.dueAt).toBe(at(1));
  });

  it('of an offer that goes away at that moment says what was known', async () => {
    await track();
    await untrack();
    const result = await tracker({ offers: emptyAfter(1, stores.offers) })(key);
    expect(result).toMatchObject({ kind: 'tracked', offer: { offerKey } });
  });
});
