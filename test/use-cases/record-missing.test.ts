import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeRecordMissing } from '../../src/use-cases/record-observation.js';
import { at, offerAt } from '../support/build.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

/** The source answered, and does not know the offer. */
const offer = offerAt('certification', 'inProgress');
const { offerKey } = offer;

let stores: Stores;
let clock: ManualClock;
let announced: string[];
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  announced = [];
  await stores.offers.create(offer);
});
afterEach(() => stores.dispose());

const missing = (missesBefore: number, key = offerKey) =>
  makeRecordMissing({ ...stores, clock, announce: (each) => void announced.push(each) })(key, missesBefore);
const saved = async () => (await loaded(stores.offers, offerKey)).value;

it('once or twice is counted, and nothing is believed yet', async () => {
  expect([await missing(0), await missing(1)]).toStrictEqual([1, 2]);
  expect(await saved()).toStrictEqual(offer);
  expect(announced).toStrictEqual([]);
});

it('three times in a row is believed, and told once', async () => {
  clock.forward(5);
  expect(await missing(2)).toBe(3);
  expect(await missing(3)).toBe(4);
  expect(await saved()).toMatchObject({ gone: true, seq: 1, pending: [{ kind: 'gone', at: at(5) }] });
  expect(announced).toContain(offerKey);
});

it('of an offer that never had a submission is no news', async () => {
  await somebodySaves(stores.offers, offerKey, (known) => ({ ...known, current: null }));
  await missing(2);
  expect(await saved()).toMatchObject({ gone: true, seq: 0, pending: [] });
  expect(announced).toStrictEqual([]);
});

it('of an offer that is not there changes nothing', async () => {
  expect(await missing(2, 'contoso.unheard-of')).toBe(3);
  expect(announced).toStrictEqual([]);
});
