import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newOffer, parseOfferKey } from '../../src/domain/offer.js';
import type { PushedFact } from '../../src/domain/pushed.js';
import { positionOf } from '../../src/domain/stage.js';
import { newWatch } from '../../src/domain/watch.js';
import { makePushObservation } from '../../src/use-cases/push-observation.js';
import { makeRecordObservation } from '../../src/use-cases/record-observation.js';
import { at, offerAt, submissionAt, t0 } from '../support/build.js';
import { beforeFirst, Died, diesBefore } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { lateness } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('preview', 'inProgress', { productId: null });
const { offerKey } = offer;
const { submissionId } = submissionAt('preview', 'inProgress');

let stores: Stores;
let announced: string[];
beforeEach(async () => {
  stores = await openTestStores();
  announced = [];
});
afterEach(() => stores.dispose());

function pusher(ports: Partial<Stores> = {}, wakeRead: ((key: string) => Promise<void>) | null = null) {
  const all = { ...stores, ...ports };
  const announce = (key: string) => void announced.push(key);
  const recordObservation = makeRecordObservation({
    ...all,
    clock: new ManualClock(),
    lateness,
    announce,
  });
  return makePushObservation({ ...all, recordObservation, wakeRead });
}

const factOf = (overrides: Partial<PushedFact> = {}): PushedFact => ({
  submissionId,
  stage: 'publisherApproval',
  status: 'waiting',
  observedAt: at(60),
  version: null,
  detail: null,
  ...overrides,
});
const push = (overrides: Partial<PushedFact> = {}) => pusher()(offerKey, factOf(overrides));
const saved = async () => (await loaded(stores.offers, offerKey)).value;
const position = async () => positionOf((await saved()).current?.stages ?? []);
const everything = async () => [await stores.offers.load(offerKey), await stores.watches.load(offerKey)];

describe('where Partner Center is off, a push', () => {
  beforeEach(async () => {
    await stores.offers.create(offer);
    await stores.watches.save(null, newWatch(offerKey, t0, t0));
  });

  it('is a fact: what changed is saved with its event, and announced', async () => {
    expect(await push()).toBe('taken');
    expect((await saved()).pending).toMatchObject([
      { kind: 'moved', seq: 1, at: at(60), to: { stage: 'publisherApproval', status: 'waiting' } },
    ]);
    expect(announced).toStrictEqual([offerKey]);
  });

  it('says when the offer was known last, and nothing is due to be read', async () => {
    await push();
    expect((await stores.watches.load(offerKey))?.value).toMatchObject({ checkedAt: at(60), dueAt: null });
  });

  it('that confirms what is known is no event; it is known later', async () => {
    await push({ stage: 'preview', status: 'inProgress' });
    expect(await saved()).toStrictEqual(offer);
    expect((await stores.watches.load(offerKey))?.value.checkedAt).toBe(at(60));
    expect(announced).toStrictEqual([]);
  });

  it('that comes again changes nothing at all', async () => {
    await push();
    const before = await everything();
    expect(await push()).toBe('taken');
    expect(await everything()).toStrictEqual(before);
  });

  it('older than the last change changes nothing at all', async () => {
    await push();
    const before = await everything();
    expect(await push({ stage: 'validation', status: 'failed', observedAt: at(59) })).toBe('taken');
    expect(await everything()).toStrictEqual(before);
  });

  it('older than one that only confirmed changes nothing at all', async () => {
    await push({ stage: 'preview', status: 'inProgress', observedAt: at(90) });
    const before = await everything();
    await push({ stage: 'validation', status: 'failed', observedAt: at(60) });
    expect(await everything()).toStrictEqual(before);
  });

  it('of a submission not known yet is a new one', async () => {
    await push({ submissionId: '1152921505697719190', stage: 'validation', status: 'inProgress' });
    expect(await saved()).toMatchObject({
      current: { submissionId: '1152921505697719190', releaseNumber: 3 },
      pending: [{ kind: 'resubmitted', replaces: submissionId }],
    });
  });

  it('brings its version and why it failed', async () => {
    await push({
      stage: 'certification',
      status: 'failed',
      version: '3.0.2',
      detail: 'The icon is missing.',
    });
    expect(await saved()).toMatchObject({
      current: { version: '3.0.2', detail: 'The icon is missing.' },
      pending: [{ kind: 'unsigned', detail: 'The icon is missing.' }],
    });
  });

  it('by several replicas at once is one event', async () => {
    await Promise.all([push(), push(), push(), push()]);
    expect((await saved()).seq).toBe(1);
    expect((await stores.watches.load(offerKey))?.value.checkedAt).toBe(at(60));
  });

  it('beside a newer one at the same moment leaves the newer one standing', async () => {
    const newer = () => push({ stage: 'certification', status: 'inProgress', observedAt: at(70) });
    await pusher({ watches: beforeFirst(stores.watches, 'save', newer) })(offerKey, factOf());
    expect(await position()).toStrictEqual({ stage: 'certification', status: 'inProgress' });
    expect((await stores.watches.load(offerKey))?.value.checkedAt).toBe(at(70));
  });

  it('whose replica died before it noted the time is mended by pushing again', async () => {
    const watches = beforeFirst(stores.watches, 'save', diesBefore);
    await expect(pusher({ watches })(offerKey, factOf())).rejects.toThrow(Died);
    expect(await push()).toBe('taken');
    expect((await saved()).seq).toBe(1);
    expect((await stores.watches.load(offerKey))?.value.checkedAt).toBe(at(60));
  });
});

describe('where Partner Center is off, the first push', () => {
  it('is the baseline, and no news', async () => {
    const key = parseOfferKey(offerKey);
    if (key === null) throw new Error('the sample key is no offer key');
    await stores.offers.create(newOffer(key, false));
    await push({ stage: 'preview', status: 'succeeded' });
    expect(await saved()).toMatchObject({ current: { submissionId, releaseNumber: 1 }, seq: 0, pending: [] });
    expect((await stores.watches.load(offerKey))?.value.checkedAt).toBe(at(60));
  });
});

describe('where Partner Center is read, a push', () => {
  it('only wakes a read: what it says is not believed', async () => {
    await stores.offers.create(offer);
    await stores.watches.save(null, newWatch(offerKey, t0, t0));
    const before = await everything();
    const woken: string[] = [];
    const wakeRead = async (key: string) => void woken.push(key);
    expect(await pusher({}, wakeRead)(offerKey, factOf())).toBe('taken');
    expect(woken).toStrictEqual([offerKey]);
    expect(await everything()).toStrictEqual(before);
  });
});

describe('a push about an offer that is not tracked', () => {
  const untaken = async () => {
    const woken: string[] = [];
    const wakeRead = async (key: string) => void woken.push(key);
    const ends = [await push(), await pusher({}, wakeRead)(offerKey, factOf())];
    expect(woken).toStrictEqual([]);
    return ends;
  };

  it('is not taken, and leaves nothing', async () => {
    expect(await untaken()).toStrictEqual(['notTracked', 'notTracked']);
    expect(await everything()).toStrictEqual([null, null]);
  });

  it('any more is not taken, and changes nothing', async () => {
    await stores.offers.create(offer);
    await somebodySaves(stores.offers, offerKey, (known) => ({ ...known, tracked: false }));
    const before = await everything();
    expect(await untaken()).toStrictEqual(['notTracked', 'notTracked']);
    expect(await everything()).toStrictEqual(before);
  });
});
