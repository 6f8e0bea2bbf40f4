import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch } from '../../src/domain/watch.js';
import { makeHurry } from '../../src/use-cases/poll-offers.js';
import { at, t0 } from '../support/build.js';
import { beforeFirst } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { openTestStores } from '../support/stores.js';

const offerKey = 'contoso.sentinel-solution';

let stores: Stores;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  await stores.watches.save(null, newWatch(offerKey, null, t0));
  clock.forward(1);
});
afterEach(() => stores.dispose());

const watched = async (key = offerKey) => (await stores.watches.load(key))?.value;
const hurry = (watches = stores.watches) => makeHurry({ watches, clock })(offerKey);
const later = async () => {
  const stored = await stores.watches.load(offerKey);
  if (stored !== null) await stores.watches.save(stored, { ...stored.value, dueAt: at(900) });
};

it('makes an offer due now, whatever it was waiting for', async () => {
  await later();
  await hurry();
  expect((await watched())?.dueAt).toBe(at(1));
});

it('begins to watch what nobody watched', async () => {
  await makeHurry({ watches: stores.watches, clock })('contoso.new');
  expect(await watched('contoso.new')).toStrictEqual(newWatch('contoso.new', null, at(1)));
});

it('is not lost to a look that ends at the same moment', async () => {
  await hurry(beforeFirst(stores.watches, 'save', later));
  expect((await watched())?.dueAt).toBe(at(1));
});
