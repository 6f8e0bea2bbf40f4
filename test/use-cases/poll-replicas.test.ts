import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch } from '../../src/domain/watch.js';
import { at, offerAt, submissionAt, t0 } from '../support/build.js';
import { deferred } from '../support/deferred.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { beforeFirst } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded } from '../support/presses.js';
import { Replica } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('certification', 'inProgress');
const { offerKey } = offer;
const failed = submissionAt('certification', 'failed');
const leaseSeconds = 60;

let stores: Stores;
let partnerCenter: FakePublishing;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  partnerCenter = new FakePublishing();
  partnerCenter.shows(failed);
  clock = new ManualClock();
  await stores.offers.create(offer);
  await stores.watches.save(null, newWatch(offerKey, null, t0));
  clock.forward(1);
});
afterEach(() => stores.dispose());

const replica = (ports: Partial<Stores> = {}, publishing = partnerCenter) =>
  new Replica({ stores: { ...stores, ...ports }, publishing, clock });
const saved = async () => (await loaded(stores.offers, offerKey)).value;
const watched = async () => (await stores.watches.load(offerKey))?.value;

describe('several replicas', () => {
  it('read an offer once', async () => {
    await Promise.all([replica().poll(), replica().poll(), replica().poll(), replica().poll()]);
    expect(partnerCenter.reads).toStrictEqual([offerKey]);
    expect((await saved()).seq).toBe(1);
  });

  it('read an offer once when both found it due and one claims it first', async () => {
    const faster = () => replica().poll();
    await replica({ watches: beforeFirst(stores.watches, 'save', faster) }).poll();
    expect(partnerCenter.reads).toStrictEqual([offerKey]);
  });

  it('leave alone what was claimed after the list of due ones was made', async () => {
    const due: typeof stores.watches.due = async (now, most) =>
      (await stores.watches.due(now, most)).map((stored) => ({
        ...stored,
        value: { ...stored.value, dueAt: at(61) },
      }));
    await replica({ watches: { ...stores.watches, due } }).poll();
    expect(partnerCenter.reads).toStrictEqual([]);
  });
});

describe('a replica that is killed while it looks', () => {
  /** One that has asked and never gets its answer, until the test gives it. */
  async function killed() {
    const hanging = new FakePublishing();
    hanging.shows(submissionAt('certification', 'inProgress'));
    const [asked, answer] = [deferred(), deferred()];
    hanging.meanwhile = async () => {
      asked.resolve();
      await answer.promise;
    };
    const looking = replica({}, hanging).poll();
    await asked.promise;
    return {
      livesOn: async () => {
        answer.resolve();
        await looking;
      },
    };
  }

  it('holds the offer until its lease is over; then another one looks', async () => {
    await killed();
    clock.forward(leaseSeconds - 1);
    await replica().poll();
    expect(partnerCenter.reads).toStrictEqual([]);
    clock.forward(1);
    await replica().poll();
    expect(partnerCenter.reads).toStrictEqual([offerKey]);
    expect((await saved()).pending).toMatchObject([{ to: { status: 'failed' } }]);
  });

  it('and was only slow: what it saw long ago changes nothing any more', async () => {
    const slow = await killed();
    clock.forward(leaseSeconds);
    await replica().poll();
    const before = [await saved(), await watched()];
    await slow.livesOn();
    expect([await saved(), await watched()]).toStrictEqual(before);
  });
});
