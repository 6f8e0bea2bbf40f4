import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeListSubscriptions, makeSubscribe, makeUnsubscribe } from '../../src/use-cases/subscriptions.js';
import { at } from '../support/build.js';
import { ManualClock } from '../support/manual-clock.js';
import { openTestStores } from '../support/stores.js';

const here = '19:releases@thread.tacv2';
const by = { objectId: 'object-of-member', name: 'member' };

let stores: Stores;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
});
afterEach(() => stores.dispose());

const subscribe = (...args: Parameters<ReturnType<typeof makeSubscribe>>) =>
  makeSubscribe({ ...stores, clock })(...args);
const list = () => makeListSubscriptions(stores)(here);

it('follows a topic in a conversation, with who asked and when', async () => {
  clock.forward(7);
  const subscription = await subscribe('publisher:contoso', here, 'milestones', by);
  expect(subscription).toStrictEqual({
    topic: 'publisher:contoso',
    conversationId: here,
    level: 'milestones',
    by,
    at: at(7),
  });
  expect(await list()).toStrictEqual([subscription]);
});

it('asked again, follows by the newest level', async () => {
  await subscribe('everything', here, 'all', by);
  await subscribe('everything', here, 'action-needed', by);
  expect(await list()).toMatchObject([{ level: 'action-needed' }]);
});

it('lists what a conversation follows by topic, and nothing of others', async () => {
  await subscribe('publisher:contoso', here, 'all', by);
  await subscribe('everything', here, 'all', by);
  await subscribe('offer:contoso.sentinel-solution', here, 'all', by);
  await subscribe('everything', 'a:elsewhere', 'all', by);
  expect((await list()).map(({ topic }) => topic)).toStrictEqual([
    'everything',
    'offer:contoso.sentinel-solution',
    'publisher:contoso',
  ]);
});

it('follows no more once unsubscribed, and says when it did not', async () => {
  const unsubscribe = makeUnsubscribe(stores);
  await subscribe('everything', here, 'all', by);
  expect(await unsubscribe('publisher:contoso', here)).toBe(false);
  expect(await unsubscribe('everything', here)).toBe(true);
  expect(await unsubscribe('everything', here)).toBe(false);
  expect(await list()).toStrictEqual([]);
});
