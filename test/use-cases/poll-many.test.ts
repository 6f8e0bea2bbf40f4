import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch } from '../../src/domain/watch.js';
import { offerAt, submissionAt, t0 } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';
import { Replica } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

/** As many offers as one publisher may have, all due at once. */
const keys = Array.from({ length: 500 }, (_, n) => `contoso.offer-${String(n).padStart(3, '0')}`);

let stores: Stores;
let partnerCenter: FakePublishing;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  partnerCenter = new FakePublishing();
  partnerCenter.shows(submissionAt('certification', 'inProgress'));
  clock = new ManualClock();
});
afterEach(() => stores.dispose());

const replica = (ports: Partial<Stores> = {}, everySeconds: number | null = null) =>
  new Replica({ stores: { ...stores, ...ports }, publishing: partnerCenter, clock, everySeconds });

async function due(offerKeys: readonly string[]): Promise<void> {
  const make = async (offerKey: string): Promise<void> => {
    await stores.offers.create(offerAt('certification', 'inProgress', { offerKey }));
    await stores.watches.save(null, newWatch(offerKey, null, t0));
  };
  await Promise.all(offerKeys.map(make));
}

it('all that are due are looked at in one turn, each once', async () => {
  await due(keys);
  await replica().poll();
  expect(partnerCenter.reads.toSorted()).toStrictEqual(keys);
  expect(await stores.watches.due(clock.now(), 1)).toStrictEqual([]);
});

it('two replicas share the looks: none is made twice, none is left', async () => {
  await due(keys);
  const [one, other] = [new FakePublishing(), new FakePublishing()];
  for (const each of [one, other]) each.shows(submissionAt('certification', 'inProgress'));
  const polls = [one, other].map((publishing) => new Replica({ stores, publishing, clock }).poll());
  await Promise.all(polls);
  expect([...one.reads, ...other.reads].toSorted()).toStrictEqual(keys);
  expect(Math.min(one.reads.length, other.reads.length)).toBeGreaterThan(0);
});

it('one that fails takes none of the others with it', async () => {
  const some = keys.slice(0, 50);
  await due(some);
  const load: typeof stores.offers.load = async (key, otherThan) =>
    key === some[7] ? Promise.reject(new Error('no answer')) : stores.offers.load(key, otherThan);
  await replica({ offers: { ...stores.offers, load } }).poll();
  expect(partnerCenter.reads.toSorted()).toStrictEqual(some.filter((key) => key !== some[7]));
});

it('a turn leaves what becomes due meanwhile to the next one, and so has an end', async () => {
  const some = keys.slice(0, 50);
  await due(some);
  partnerCenter.meanwhile = async () => clock.forward(10);
  await replica({}, 1).poll();
  expect(partnerCenter.reads.toSorted()).toStrictEqual(some);
  expect(await stores.watches.due(clock.now(), 50)).not.toStrictEqual([]);
});

it('a turn in which nothing can be claimed has an end, too', async () => {
  await due(keys.slice(0, 20));
  let scans = 0;
  const scan: typeof stores.watches.due = (now, most) => {
    scans += 1;
    return stores.watches.due(now, most);
  };
  await replica({ watches: { ...stores.watches, due: scan, save: async () => null } }).poll();
  expect(scans).toBe(2);
  expect(partnerCenter.reads).toStrictEqual([]);
});
