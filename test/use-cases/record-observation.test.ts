import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeRecordObservation } from '../../src/use-cases/record-observation.js';
import { at, offerAt, sightingOf, submissionAt } from '../support/build.js';
import { beforeFirst } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { lateness } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('certification', 'inProgress');
const { offerKey } = offer;

const sighting = (stage: 'certification' | 'publishing', seconds: number) =>
  sightingOf([submissionAt(stage, 'inProgress')], { at: at(seconds) });

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

const recorder = (offers = stores.offers) =>
  makeRecordObservation({ offers, clock, lateness, announce: (key) => void announced.push(key) });
const saved = async () => (await loaded(stores.offers, offerKey)).value;

describe('one sighting', () => {
  it('that shows a change saves it together with its event, and has it announced', async () => {
    const recorded = await recorder()(offerKey, sighting('publishing', 10), 0);
    const { current, pending, observedAt } = await saved();
    expect(recorded?.offer).toStrictEqual(await saved());
    expect(pending).toMatchObject([{ kind: 'moved', seq: 1, to: { stage: 'publishing' } }]);
    expect(current?.stages).toMatchObject(submissionAt('publishing', 'inProgress').stages);
    expect(observedAt).toBe(at(10));
    expect(announced).toStrictEqual([offerKey]);
  });

  it('that shows no change saves nothing and tells nobody', async () => {
    const before = await stores.offers.load(offerKey);
    expect(await recorder()(offerKey, sighting('certification', 10), 0)).toStrictEqual({ offer, misses: 0 });
    expect(await stores.offers.load(offerKey)).toStrictEqual(before);
    expect(announced).toStrictEqual([]);
  });

  it('that shows no change has announced again what somebody died before announcing', async () => {
    await recorder()(offerKey, sighting('publishing', 10), 0);
    announced = [];
    await recorder()(offerKey, sighting('publishing', 20), 0);
    expect((await saved()).seq).toBe(1);
    expect(announced).toStrictEqual([offerKey]);
  });

  it('that is older than the last change changes nothing', async () => {
    const newer = () => recorder()(offerKey, sighting('publishing', 20), 0);
    await recorder(beforeFirst(stores.offers, 'load', newer))(offerKey, sighting('certification', 10), 0);
    expect((await saved()).pending).toMatchObject([{ to: { stage: 'publishing' } }]);
  });

  it('that lists nothing of an offer never seen before changes nothing', async () => {
    const blank = { ...offer, offerKey: 'contoso.blank', current: null, observedAt: null };
    await stores.offers.create(blank);
    const recorded = await recorder()('contoso.blank', sightingOf([], { at: at(10) }), 0);
    expect(recorded).toStrictEqual({ offer: blank, misses: 0 });
  });

  it('of an offer that is not there finds none', async () => {
    expect(await recorder()('contoso.unheard-of', sighting('publishing', 1), 0)).toBeNull();
    expect(announced).toStrictEqual([]);
  });
});

describe('two sightings', () => {
  it('of the same change have one event', async () => {
    const record = recorder();
    await Promise.all([
      record(offerKey, sighting('publishing', 10), 0),
      record(offerKey, sighting('publishing', 11), 0),
    ]);
    expect(await saved()).toMatchObject({ seq: 1, pending: [{ seq: 1 }] });
  });

  it('and a decision that was saved meanwhile: both stand', async () => {
    const renamed = () =>
      somebodySaves(stores.offers, offerKey, (known) => ({ ...known, approvers: [], seq: 7 }));
    await recorder(beforeFirst(stores.offers, 'replace', renamed))(offerKey, sighting('publishing', 10), 0);
    expect((await saved()).pending).toMatchObject([{ seq: 8 }]);
  });
});

describe('a stage that takes too long', () => {
  const previewing = submissionAt('preview', 'inProgress');
  const fourHours = 4 * 3_600;
  const look = () => recorder()(offerKey, sightingOf([previewing], { at: clock.now() }), 0);
  beforeEach(() => somebodySaves(stores.offers, offerKey, (known) => ({ ...known, current: previewing })));

  it('is told to be late once, by the look that finds it so', async () => {
    clock.forward(fourHours);
    await look();
    expect((await saved()).pending).toStrictEqual([]);
    clock.forward(60);
    await look();
    await look();
    expect((await saved()).pending).toMatchObject([
      { kind: 'late', seq: 1, at: clock.now(), to: { stage: 'preview' } },
    ]);
    expect(announced).toContain(offerKey);
  });

  it('is not told to be late by a sighting that does not list the submission: it may have moved on', async () => {
    clock.forward(fourHours + 60);
    await recorder()(offerKey, sightingOf([], { at: clock.now() }), 0);
    expect((await saved()).seq).toBe(0);
  });

  it('is not told to be late by a sighting from before the last change', async () => {
    await somebodySaves(stores.offers, offerKey, (known) => ({ ...known, observedAt: at(10) }));
    clock.forward(fourHours + 60);
    await recorder()(offerKey, sightingOf([previewing], { at: at(9) }), 0);
    expect((await saved()).seq).toBe(0);
    await look();
    expect((await saved()).seq).toBe(1);
  });

  it('is told to be late by one of two replicas that find it so at once', async () => {
    clock.forward(fourHours + 60);
    await Promise.all([look(), look(), look()]);
    expect((await saved()).seq).toBe(1);
  });
});

describe('a good read that misses the submission under way', () => {
  const without = (seconds: number) =>
    sightingOf([submissionAt('contentHub', 'succeeded', { submissionId: '1', releaseNumber: 1 })], {
      at: at(seconds),
    });

  it('is counted, and changes nothing yet', async () => {
    expect(await recorder()(offerKey, without(10), 0)).toMatchObject({ misses: 1 });
    expect(await recorder()(offerKey, without(20), 1)).toMatchObject({ misses: 2 });
    expect((await saved()).current?.submissionId).toBe(offer.current?.submissionId);
    expect((await saved()).seq).toBe(0);
  });

  it('for the third time in a row proves that its publish was cancelled, which is told once', async () => {
    expect(await recorder()(offerKey, without(30), 2)).toMatchObject({ misses: 3 });
    await recorder()(offerKey, without(40), 3);
    expect((await saved()).pending).toMatchObject([
      { kind: 'moved', movement: 'status', to: { stage: 'certification', status: 'cancelled' } },
    ]);
    expect(announced).toContain(offerKey);
  });

  it('is forgotten by one that shows it', async () => {
    expect(await recorder()(offerKey, sighting('certification', 30), 2)).toMatchObject({ misses: 0 });
    expect((await saved()).seq).toBe(0);
  });
});
