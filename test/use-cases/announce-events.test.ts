import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Offer } from '../../src/domain/offer.js';
import { makeAnnounceEvents } from '../../src/use-cases/announce-events.js';
import { at, offerAt, submissionAt } from '../support/build.js';
import { ManualClock } from '../support/manual-clock.js';
import { following } from '../support/places.js';
import { loaded } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';
import { lastEvent, movedTo, signOffOf, withFacts } from '../support/told.js';

const quiet = offerAt('publisherApproval', 'waiting');
const certifying = movedTo(quiet, 'certification', 'inProgress');
const signOff = signOffOf(quiet);
const { submissionId } = signOff;
const signed: Offer = withFacts(
  { ...quiet, signOff, goLive: { submissionId, state: 'signed', dueAt: null, since: at(1), goodReads: 0 } },
  { kind: 'signed', signOff },
);
const { offerKey } = quiet;

let stores: Stores;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
});
afterEach(() => stores.dispose());

const announce = (promote = false, ports: Partial<Stores> = {}) =>
  makeAnnounceEvents({ ...stores, ...ports, clock, promote })(offerKey);
const saved = async () => (await loaded(stores.offers, offerKey)).value;
const headOf = async (conversationId: string): Promise<Delivery | undefined> =>
  (await stores.deliveries.head(conversationId, offerKey))?.value;

async function follow(...all: readonly Parameters<typeof following>[]): Promise<void> {
  for (const one of all) await stores.subscriptions.put(following(...one));
}

describe('an event', () => {
  it('is owed to those who follow the offer, its publisher or everything, and to nobody else', async () => {
    await stores.offers.create(certifying);
    await follow(
      [`offer:${offerKey}`, 'a:offer'],
      ['publisher:contoso', 'a:publisher'],
      ['everything', 'a:everything'],
      ['publisher:fabrikam', 'a:other'],
    );
    expect((await announce()).toSorted()).toStrictEqual(['a:everything', 'a:offer', 'a:publisher']);
    const event = lastEvent(certifying);
    for (const place of ['a:offer', 'a:publisher', 'a:everything'])
      expect(await headOf(place)).toMatchObject({ kind: 'post', event, state: 'due', dueAt: at(0) });
    expect(await headOf('a:other')).toBeUndefined();
  });

  it('is owed once to a place that follows by two topics', async () => {
    await stores.offers.create(certifying);
    await follow([`offer:${offerKey}`, 'a:both'], ['everything', 'a:both']);
    expect(await announce()).toStrictEqual(['a:both']);
    expect(await stores.deliveries.due(at(0), 9)).toHaveLength(1);
  });

  it('is owed only where its importance is wanted', async () => {
    await stores.offers.create(certifying);
    await follow(['everything', 'a:all', 'all'], ['everything', 'a:milestones', 'milestones']);
    expect(await announce()).toStrictEqual(['a:all']);
  });

  it('leaves the offer and goes into the history', async () => {
    await stores.offers.create(certifying);
    expect(await announce()).toStrictEqual([]);
    expect(await saved()).toMatchObject({ pending: [], seq: 1 });
    expect(await stores.history.recordEvent(lastEvent(certifying))).toBe('exists');
  });

  it('that was never is owed to nobody', async () => {
    await follow(['everything', 'a:everything']);
    expect(await announce()).toStrictEqual([]);
    await stores.offers.create(quiet);
    expect(await announce()).toStrictEqual([]);
    expect(await stores.deliveries.due(at(99), 9)).toStrictEqual([]);
  });
});

describe('several events of an offer', () => {
  it('are owed in their order, all of one before any of the next', async () => {
    await stores.offers.create(movedTo(certifying, 'publishing', 'inProgress'));
    await follow(['everything', 'a:one'], ['everything', 'a:two']);
    const created: number[] = [];
    const create: typeof stores.deliveries.create = async (delivery) => {
      const end = await stores.deliveries.create(delivery);
      created.push(delivery.seq);
      return end;
    };
    await announce(false, { deliveries: { ...stores.deliveries, create } });
    expect(created).toStrictEqual([1, 1, 2, 2]);
    expect((await saved()).pending).toStrictEqual([]);
  });
});

describe('approval cards that were posted', () => {
  const copyIn = (conversationId: string, submission = submissionId) =>
    stores.copies.add({ offerKey, submissionId: submission, conversationId, activityId: 'card' });

  it('are repainted by what happens to their submission, wherever they are', async () => {
    await stores.offers.create(signed);
    await copyIn('a:one');
    await copyIn('a:two');
    await copyIn('a:three', '1152921505697719190');
    expect((await announce()).toSorted()).toStrictEqual(['a:one', 'a:two']);
    expect(await headOf('a:one')).toMatchObject({ kind: 'repaint', activityId: 'card', submissionId });
    expect(await headOf('a:three')).toBeUndefined();
  });

  it('are repainted when a newer submission takes the place of theirs', async () => {
    const newer = submissionAt('validation', 'inProgress', { submissionId: '1152921505697719190' });
    const replaced = withFacts({ ...quiet, current: newer }, { kind: 'resubmitted', replaces: submissionId });
    await stores.offers.create(replaced);
    await copyIn('a:one');
    await announce();
    expect(await headOf('a:one')).toMatchObject({ kind: 'repaint', submissionId });
  });

  it('are left alone by the event that asks for the approval', async () => {
    await stores.offers.create(movedTo(offerAt('preview', 'inProgress'), 'publisherApproval', 'waiting'));
    await copyIn('a:one');
    expect(await announce()).toStrictEqual([]);
    expect(await headOf('a:one')).toBeUndefined();
  });
});

describe('a sign-off', () => {
  it('has its audit record before it is recorded', async () => {
    await stores.offers.create(signed);
    const seen: unknown[] = [];
    const recordSignOff: typeof stores.history.recordSignOff = async (...args) => {
      const end = await stores.history.recordSignOff(...args);
      seen.push(end, (await saved()).goLive?.state);
      return end;
    };
    await announce(true, { history: { ...stores.history, recordSignOff } });
    expect(seen).toStrictEqual(['created', 'signed']);
    expect((await saved()).goLive?.state).toBe('recorded');
    expect(await stores.history.recordSignOff(offerKey, 1, signOff)).toBe('exists');
  });

  it('is carried on at once where Partner Center is to be asked', async () => {
    await stores.offers.create(signed);
    await announce(true);
    expect((await saved()).goLive).toMatchObject({ state: 'recorded', dueAt: at(0) });
    expect(await stores.offers.withGoLiveDue(at(0), 9)).toStrictEqual([offerKey]);
  });

  it('is carried no further where it is only to be recorded', async () => {
    await stores.offers.create(signed);
    await announce(false);
    expect((await saved()).goLive).toMatchObject({ state: 'recorded', dueAt: null });
  });
});
