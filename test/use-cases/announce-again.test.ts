import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeAnnounceEvents } from '../../src/use-cases/announce-events.js';
import { makeDeliver } from '../../src/use-cases/deliver-due.js';
import { at, offerAt } from '../support/build.js';
import { beforeCall, beforeFirst, Died, diesBefore } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { following } from '../support/places.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';
import { lastEvent, movedTo, signOffOf, withFacts } from '../support/told.js';

const places = ['a:one', 'a:two', 'a:three'];
const certifying = movedTo(offerAt('publisherApproval', 'waiting'), 'certification', 'inProgress');
const { offerKey } = certifying;

let stores: Stores;
let clock: ManualClock;
let sent: string[];
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  sent = [];
  await stores.offers.create(certifying);
  for (const place of places) await stores.subscriptions.put(following('everything', place));
});
afterEach(() => stores.dispose());

const replica = (ports: Partial<Stores> = {}) =>
  makeAnnounceEvents({ ...stores, ...ports, clock, promote: true });
const saved = async () => (await loaded(stores.offers, offerKey)).value;

/** Sends everything that is owed, and says what it was. */
async function deliverAll(): Promise<readonly string[]> {
  const deliver = makeDeliver({
    ...stores,
    clock,
    send: async ({ conversationId, seq }) => {
      sent.push(`${conversationId} ${seq}`);
      return { kind: 'sent', activityId: null };
    },
  });
  for (const place of places) await deliver(place, offerKey);
  return sent.toSorted();
}

const onceEach = places.map((place) => `${place} 1`).toSorted();

it('announced twice, an event is told once in each place', async () => {
  const announce = replica();
  expect(await announce(offerKey)).toHaveLength(3);
  expect(await announce(offerKey)).toStrictEqual([]);
  expect(await deliverAll()).toStrictEqual(onceEach);
});

it('announced by two at once, an event is told once in each place', async () => {
  await Promise.all([replica()(offerKey), replica()(offerKey), replica()(offerKey)]);
  expect(await deliverAll()).toStrictEqual(onceEach);
  expect((await saved()).pending).toStrictEqual([]);
});

it('after a death among the deliveries, those that are missing are made and the others are not made again', async () => {
  const deliveries = beforeCall(2, stores.deliveries, 'create', diesBefore);
  await expect(replica({ deliveries })(offerKey)).rejects.toThrow(Died);
  expect((await saved()).pending).toHaveLength(1);
  await deliverAll();
  await replica()(offerKey);
  expect(await deliverAll()).toStrictEqual(onceEach);
});

it('after a death between the deliveries and their removal, it is announced again and told once', async () => {
  const offers = beforeFirst(stores.offers, 'replace', diesBefore);
  await expect(replica({ offers })(offerKey)).rejects.toThrow(Died);
  expect(await deliverAll()).toStrictEqual(onceEach);
  expect(await replica()(offerKey)).toHaveLength(3);
  expect((await saved()).pending).toStrictEqual([]);
  expect(await deliverAll()).toStrictEqual(onceEach);
});

it('after a death before the audit record, the record is made and only then it is recorded', async () => {
  const signOff = signOffOf(certifying);
  await somebodySaves(stores.offers, offerKey, (offer) =>
    withFacts(
      {
        ...offer,
        signOff,
        goLive: {
          submissionId: signOff.submissionId,
          state: 'signed',
          dueAt: null,
          since: at(1),
          goodReads: 0,
        },
      },
      { kind: 'signed', signOff },
    ),
  );
  const history = { ...stores.history, recordSignOff: diesBefore };
  await expect(replica({ history })(offerKey)).rejects.toThrow(Died);
  expect(await saved()).toMatchObject({ goLive: { state: 'signed' }, pending: [{}, { kind: 'signed' }] });
  await replica()(offerKey);
  expect((await saved()).goLive?.state).toBe('recorded');
  expect(await stores.history.recordSignOff(offerKey, 2, signOff)).toBe('exists');
});

it('what happened while it was being announced stays to be announced', async () => {
  const next = () =>
    somebodySaves(stores.offers, offerKey, (offer) => movedTo(offer, 'publishing', 'inProgress'));
  await replica({ offers: beforeFirst(stores.offers, 'replace', next) })(offerKey);
  expect((await saved()).pending).toMatchObject([{ seq: 2 }]);
  await replica()(offerKey);
  await deliverAll();
  expect(sent.filter((each) => each.startsWith('a:one'))).toStrictEqual(['a:one 1', 'a:one 2']);
});

it('an outage of the store is no end: the event stays', async () => {
  const recordEvent = async () => Promise.reject(new Error('no answer'));
  const history = { ...stores.history, recordEvent };
  await expect(replica({ history })(offerKey)).rejects.toThrow('no answer');
  expect((await saved()).pending).toStrictEqual([lastEvent(certifying)]);
});
