import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeConfirmItems } from '../../src/use-cases/confirm-items.js';
import { offerAt, person } from '../support/build.js';
import { loaded, pressOf } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const waiting = offerAt('publisherApproval', 'waiting');
const { offerKey } = waiting;

let stores: Stores;
beforeEach(async () => {
  stores = await openTestStores();
  await stores.offers.create(waiting);
});
afterEach(() => stores.dispose());

const confirm = (press: Parameters<typeof pressOf>[0]) => makeConfirmItems(stores)(offerKey, pressOf(press));
const confirmed = async () =>
  (await loaded(stores.offers, offerKey)).value.confirmations.map(({ n, by }) => [n, by.name]);

it('keeps ticks as the confirmations of the one who set them', async () => {
  expect(await confirm({ by: person('tester'), ticks: [1, 2] })).toMatchObject({ added: 2 });
  expect(await confirmed()).toStrictEqual([
    [1, 'tester'],
    [2, 'tester'],
  ]);
});

it('counts and adds only what nobody had confirmed: the first word for an item stays', async () => {
  await confirm({ by: person('tester'), ticks: [1, 2] });
  expect(await confirm({ by: person('writer'), ticks: [2, 3] })).toMatchObject({ added: 1 });
  expect(await confirm({ by: person('writer'), ticks: [2] })).toMatchObject({ added: 0 });
  expect(await confirmed()).toStrictEqual([
    [1, 'tester'],
    [2, 'tester'],
    [3, 'writer'],
  ]);
});

it('keeps the ticks of all who send theirs at once', async () => {
  const presses = [1, 2, 3, 4, 5, 6].map((n) => confirm({ by: person(`tester ${n}`), ticks: [n] }));
  await Promise.all(presses);
  const all = [1, 2, 3, 4, 5, 6].map((n) => [n, `tester ${n}`]);
  expect(await confirmed()).toHaveLength(6);
  expect(await confirmed()).toStrictEqual(expect.arrayContaining(all));
});

it('keeps nothing for another submission than the one that waits', async () => {
  expect(await confirm({ submissionId: '1152921505697719190' })).toMatchObject({ added: 0 });
  expect(await confirmed()).toStrictEqual([]);
});

it('finds no offer where there is none', async () => {
  expect(await makeConfirmItems(stores)('contoso.unheard-of', pressOf())).toBeNull();
});
