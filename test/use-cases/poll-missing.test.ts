import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch } from '../../src/domain/watch.js';
import { offerAt, submissionAt, t0 } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded } from '../support/presses.js';
import { Replica } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('publisherApproval', 'waiting');
const { offerKey } = offer;
const present = submissionAt('publisherApproval', 'waiting');
const older = submissionAt('contentHub', 'succeeded', { submissionId: '1', releaseNumber: 1 });

let stores: Stores;
let partnerCenter: FakePublishing;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  partnerCenter = new FakePublishing();
  clock = new ManualClock();
  await stores.offers.create(offer);
  await stores.watches.save(null, newWatch(offerKey, t0, t0));
});
afterEach(() => stores.dispose());

const saved = async () => (await loaded(stores.offers, offerKey)).value;
const misses = async () => (await stores.watches.load(offerKey))?.value.misses;

/** Looks so often, each time by a replica that has nothing in mind. */
async function looks(times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) {
    clock.forward(3_600);
    await new Replica({ stores, publishing: partnerCenter, clock }).poll();
  }
}

describe('an offer that Partner Center does not know any more', () => {
  beforeEach(() => {
    partnerCenter.reading = { kind: 'notFound' };
  });

  it('is believed to be gone after three looks, and told once', async () => {
    await looks(2);
    expect(await saved()).toMatchObject({ gone: false, pending: [] });
    await looks(1);
    expect(await saved()).toMatchObject({ gone: true, pending: [{ kind: 'gone', seq: 1 }] });
    await looks(4);
    expect((await saved()).seq).toBe(1);
  });

  it('and is there again was never gone', async () => {
    await looks(2);
    partnerCenter.shows(present);
    await looks(1);
    expect(await misses()).toBe(0);
    partnerCenter.reading = { kind: 'notFound' };
    await looks(2);
    expect(await saved()).toMatchObject({ gone: false, seq: 0 });
  });

  it('and does not answer in between is counted on: no answer proves nothing', async () => {
    await looks(2);
    partnerCenter.breaks();
    await looks(5);
    expect(await misses()).toBe(2);
    expect(await saved()).toMatchObject({ gone: false, seq: 0 });
  });
});

describe('a submission that is not listed any more', () => {
  it('is believed to be cancelled after three good looks, and told once', async () => {
    partnerCenter.shows(older);
    await looks(2);
    expect((await saved()).pending).toStrictEqual([]);
    await looks(3);
    expect((await saved()).pending).toMatchObject([
      { kind: 'moved', seq: 1, to: { stage: 'publisherApproval', status: 'cancelled' } },
    ]);
  });

  it('and is listed again was never cancelled', async () => {
    partnerCenter.shows(older);
    await looks(2);
    partnerCenter.shows(present);
    await looks(1);
    partnerCenter.shows(older);
    await looks(2);
    expect((await saved()).seq).toBe(0);
  });

  it('because nothing is listed at all is no news, however often', async () => {
    partnerCenter.shows();
    await looks(9);
    expect(await saved()).toStrictEqual(offer);
  });
});
