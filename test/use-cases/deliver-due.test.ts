import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { claimDelivery, planDeliveries, type Delivery, type SendOutcome } from '../../src/domain/delivery.js';
import type { OfferEvent } from '../../src/domain/offer-event.js';
import { makeDeliver } from '../../src/use-cases/deliver-due.js';
import { at, offerAt, t0 } from '../support/build.js';
import { beforeFirst } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { following } from '../support/places.js';
import { openTestStores } from '../support/stores.js';
import { movedTo } from '../support/told.js';

const moved = movedTo(offerAt('preview', 'inProgress'), 'certification', 'inProgress');
const { pending } = movedTo(movedTo(moved, 'publishing', 'inProgress'), 'contentHub', 'inProgress');
const { offerKey } = moved;
const here = 'a:here';
const sentOnce: SendOutcome = { kind: 'sent', activityId: 'activity-1' };

let stores: Stores;
let clock: ManualClock;
let sent: number[];
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  sent = [];
});
afterEach(() => stores.dispose());

function owed(event: OfferEvent, conversationId = here): Promise<unknown> {
  const deliveries = planDeliveries(event, [following('everything', conversationId)], [], t0);
  return Promise.all(deliveries.map((delivery) => stores.deliveries.create(delivery)));
}

function deliverer(send: () => SendOutcome | Promise<SendOutcome>, deliveries = stores.deliveries) {
  const deliver = makeDeliver({
    deliveries,
    clock,
    send: async ({ seq }) => {
      sent.push(seq);
      return send();
    },
  });
  return () => deliver(here, offerKey);
}

const head = async (): Promise<Delivery | undefined> => (await stores.deliveries.head(here, offerKey))?.value;

it('sends what is owed in the order of its numbers, whatever the order in which it came', async () => {
  for (const event of pending.toReversed()) await owed(event);
  await deliverer(() => sentOnce)();
  expect(sent).toStrictEqual([1, 2, 3]);
  expect(await head()).toBeUndefined();
});

it('sends nothing where nothing is owed', async () => {
  await deliverer(() => sentOnce)();
  expect(sent).toStrictEqual([]);
});

it('stops at one that is to be tried again, and goes on with it when its time has come', async () => {
  for (const event of pending) await owed(event);
  const outcomes: SendOutcome[] = [sentOnce, { kind: 'retry', afterSeconds: 30, reason: 'too many' }];
  const deliver = deliverer(() => outcomes.shift() ?? sentOnce);
  await deliver();
  expect(sent).toStrictEqual([1, 2]);
  expect(await head()).toMatchObject({ event: { seq: 2 }, dueAt: at(30), outcome: 'too many', attempts: 1 });
  clock.forward(29);
  await deliver();
  expect(sent).toStrictEqual([1, 2]);
  clock.forward(1);
  await deliver();
  expect(sent).toStrictEqual([1, 2, 2, 3]);
});

it('does not try again in the same breath, even where it may at once', async () => {
  for (const event of pending) await owed(event);
  const outcomes: SendOutcome[] = [{ kind: 'retry', afterSeconds: 0, reason: 'too many' }];
  await deliverer(() => outcomes.shift() ?? sentOnce)();
  expect(sent).toStrictEqual([1]);
});

it('goes on after one that can never be sent', async () => {
  for (const event of pending) await owed(event);
  const outcomes: SendOutcome[] = [{ kind: 'failed', reason: 'no such place' }];
  await deliverer(() => outcomes.shift() ?? sentOnce)();
  expect(sent).toStrictEqual([1, 2, 3]);
});

it('claims before it sends, for a minute', async () => {
  const [event] = pending;
  if (event !== undefined) await owed(event);
  const seen: unknown[] = [];
  await deliverer(async () => {
    seen.push(await head());
    return sentOnce;
  })();
  expect(seen).toMatchObject([{ dueAt: at(60), attempts: 1 }]);
});

it('leaves alone what another replica is sending', async () => {
  for (const event of pending) await owed(event);
  const other = await stores.deliveries.head(here, offerKey);
  const claimed = other && claimDelivery(other.value, clock.now());
  if (other && claimed) await stores.deliveries.replace(other, claimed);
  await deliverer(() => sentOnce)();
  expect(sent).toStrictEqual([]);
});

it('sends once when two replicas see the same head', async () => {
  for (const event of pending) await owed(event);
  const faster = deliverer(() => sentOnce);
  await deliverer(() => sentOnce, beforeFirst(stores.deliveries, 'replace', faster))();
  expect(sent).toStrictEqual([1, 2, 3]);
});

it('sends each once, in order, when many replicas deliver at once', async () => {
  for (const event of pending) await owed(event);
  await Promise.all(Array.from({ length: 8 }, () => deliverer(() => sentOnce)()));
  await deliverer(() => sentOnce)();
  expect(sent).toStrictEqual([1, 2, 3]);
});

it('leaves the outcome to the replica that took over, and stops', async () => {
  for (const event of pending) await owed(event);
  const takenOver = deliverer(() => ({ kind: 'retry', afterSeconds: 9, reason: 'of the second' }));
  await deliverer(async () => {
    clock.forward(61);
    await takenOver();
    return sentOnce;
  })();
  expect(sent).toStrictEqual([1, 1]);
  expect(await head()).toMatchObject({ state: 'due', attempts: 2, outcome: 'of the second' });
});

it('leaves what follows, too, to the replica that took over', async () => {
  for (const event of pending) await owed(event);
  await deliverer(async () => {
    const held = await stores.deliveries.head(here, offerKey);
    if (held) await stores.deliveries.replace(held, { ...held.value, state: 'sent', dueAt: null });
    return sentOnce;
  })();
  expect(sent).toStrictEqual([1]);
  expect(await head()).toMatchObject({ event: { seq: 2 }, attempts: 0 });
});

it('sends again, once its lease is over, what a dead replica had claimed', async () => {
  for (const event of pending) await owed(event);
  await expect(deliverer(() => Promise.reject(new Error('died')))()).rejects.toThrow('died');
  clock.forward(59);
  await deliverer(() => sentOnce)();
  expect(sent).toStrictEqual([1]);
  clock.forward(1);
  await deliverer(() => sentOnce)();
  expect(sent).toStrictEqual([1, 1, 2, 3]);
});

it('lets one conversation wait without the others', async () => {
  const [event] = pending;
  if (event !== undefined) await Promise.all([owed(event), owed(event, 'a:elsewhere')]);
  const deliver = makeDeliver({
    ...stores,
    clock,
    send: async ({ conversationId }) =>
      conversationId === here ? { kind: 'retry', afterSeconds: 9, reason: 'too many' } : sentOnce,
  });
  await deliver(here, offerKey);
  await deliver('a:elsewhere', offerKey);
  expect(await head()).toMatchObject({ outcome: 'too many' });
  expect(await stores.deliveries.head('a:elsewhere', offerKey)).toBeNull();
});
