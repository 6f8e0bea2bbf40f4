import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { OfferKeyParts } from '../../src/domain/offer.js';
import { makePollOffers } from '../../src/use-cases/poll-offers.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';
import { makeTrackOffer, makeUntrackOffer } from '../../src/use-cases/track-offer.js';
import { at, submissionAt, t0 } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { beforeFirst, Died, diesBefore, emptyAfter } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded } from '../support/presses.js';
import { RecordingLog } from '../support/recording-log.js';
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

function source() {
  const catalog = { versionOf: async () => null };
  return makeStatusSource({ publishing: partnerCenter, marketplace: catalog, contentHub: catalog, clock });
}
const tracker = (ports: Partial<Stores> = {}) =>
  makeTrackOffer({ ...stores, ...ports, source: source(), clock, simulated: false });
const track = () => tracker()(key);
const untrack = () => makeUntrackOffer(stores)(offerKey);
const saved = async () => (await loaded(stores.offers, offerKey)).value;
const watched = async () => (await stores.watches.load(offerKey))?.value;
const poll = () => {
  const [everySeconds, log] = [null, new RecordingLog()];
  const announce = () => undefined;
  return makePollOffers({
    ...stores,
    source: source(),
    clock,
    random: () => 0,
    log,
    everySeconds,
    announce,
  })();
};

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
    expect(await watched()).toStrictEqual({ offerKey, checkedAt: t0, dueAt: t0, failures: 0 });
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
    const simulated = makeTrackOffer({ ...stores, source: source(), clock, simulated: true });
    expect(await simulated(key)).toMatchObject({ offer: { simulated: true } });
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
