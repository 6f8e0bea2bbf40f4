import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Offer } from '../../src/domain/offer.js';
import { changeOffer } from '../../src/use-cases/change-offer.js';
import { offerAt } from '../support/build.js';
import { beforeFirst } from '../support/interfere.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('publisherApproval', 'waiting');
const { offerKey } = offer;

let stores: Stores;
beforeEach(async () => {
  stores = await openTestStores();
  await stores.offers.create(offer);
});
afterEach(() => stores.dispose());

const count = (known: Offer) => ({ next: { ...known, seq: known.seq + 1 }, result: known.seq });
const saved = async () => (await loaded(stores.offers, offerKey)).value;

it('saves what the change makes of the offer, and answers with both', async () => {
  expect(await changeOffer(stores.offers, offerKey, count)).toStrictEqual({
    offer: { ...offer, seq: 1 },
    result: 0,
  });
  expect((await saved()).seq).toBe(1);
});

it('saves nothing where the change returns the very same offer', async () => {
  const before = await stores.offers.load(offerKey);
  const changed = await changeOffer(stores.offers, offerKey, (known) => ({ next: known, result: 'same' }));
  expect(changed).toStrictEqual({ offer, result: 'same' });
  expect(await stores.offers.load(offerKey)).toStrictEqual(before);
});

it('decides anew on what a faster one saved', async () => {
  const faster = () => somebodySaves(stores.offers, offerKey, (known) => ({ ...known, seq: 40 }));
  const offers = beforeFirst(stores.offers, 'replace', faster);
  expect(await changeOffer(offers, offerKey, count)).toMatchObject({ offer: { seq: 41 }, result: 40 });
});

it('loses no change of many that are made at once', async () => {
  const changes = Array.from({ length: 20 }, () => changeOffer(stores.offers, offerKey, count));
  const results = (await Promise.all(changes)).map((changed) => changed?.result ?? -1);
  expect(results.toSorted((a, b) => a - b)).toStrictEqual(Array.from({ length: 20 }, (_, seq) => seq));
  expect((await saved()).seq).toBe(20);
});

it('changes nothing of an offer that is not there', async () => {
  expect(await changeOffer(stores.offers, 'contoso.unheard-of', count)).toBeNull();
});
