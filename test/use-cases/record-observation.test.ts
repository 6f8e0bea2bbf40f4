import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Observation } from '../../src/domain/observe-offer.js';
import { makeRecordObservation } from '../../src/use-cases/record-observation.js';
import { at, offerAt, submissionAt } from '../support/build.js';
import { beforeFirst } from '../support/interfere.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('certification', 'inProgress');
const { offerKey } = offer;

function sighting(stage: 'certification' | 'publishing', seconds: number): Observation {
  return {
    at: at(seconds),
    productId: offer.productId ?? '',
    name: offer.name,
    submissions: [submissionAt(stage, 'inProgress')],
    marketplaceVersion: null,
    hubVersion: null,
  };
}

let stores: Stores;
beforeEach(async () => {
  stores = await openTestStores();
  await stores.offers.create(offer);
});
afterEach(() => stores.dispose());

const saved = async () => (await loaded(stores.offers, offerKey)).value;

it('saves what changed together with its event', async () => {
  const recorded = await makeRecordObservation(stores)(offerKey, sighting('publishing', 10));
  const { current, pending, observedAt } = await saved();
  expect(recorded).toMatchObject({ events: pending });
  expect(pending).toMatchObject([{ kind: 'moved', seq: 1, to: { stage: 'publishing' } }]);
  expect(current?.stages).toMatchObject(submissionAt('publishing', 'inProgress').stages);
  expect(observedAt).toBe(at(10));
});

it('saves nothing where nothing changed', async () => {
  const before = await stores.offers.load(offerKey);
  const recorded = await makeRecordObservation(stores)(offerKey, sighting('certification', 10));
  expect(recorded?.events).toStrictEqual([]);
  expect(await stores.offers.load(offerKey)).toStrictEqual(before);
});

it('of two who saw the same, one has the event', async () => {
  const record = makeRecordObservation(stores);
  const both = await Promise.all([
    record(offerKey, sighting('publishing', 10)),
    record(offerKey, sighting('publishing', 11)),
  ]);
  expect(both.flatMap((recorded) => recorded?.events ?? [])).toHaveLength(1);
  expect((await saved()).seq).toBe(1);
});

it('an older sighting that comes later changes nothing', async () => {
  const newer = () => makeRecordObservation(stores)(offerKey, sighting('publishing', 20));
  const offers = beforeFirst(stores.offers, 'load', newer);
  const recorded = await makeRecordObservation({ offers })(offerKey, sighting('certification', 10));
  expect(recorded?.events).toStrictEqual([]);
  expect((await saved()).pending).toMatchObject([{ to: { stage: 'publishing' } }]);
});

it('beside a decision that was saved meanwhile, both stand', async () => {
  const renamed = () =>
    somebodySaves(stores.offers, offerKey, (known) => ({ ...known, approvers: [], seq: 7 }));
  const offers = beforeFirst(stores.offers, 'replace', renamed);
  await makeRecordObservation({ offers })(offerKey, sighting('publishing', 10));
  expect((await saved()).pending).toMatchObject([{ seq: 8 }]);
});

it('finds no offer where there is none', async () => {
  expect(await makeRecordObservation(stores)('contoso.unheard-of', sighting('publishing', 1))).toBeNull();
});
