import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { noticeDelivery } from '../../src/domain/delivery.js';
import type { SourceNotice } from '../../src/domain/source-health.js';
import { at, t0 } from '../support/build.js';
import { FakeNotifier } from '../support/fake-notifier.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';
import { conversationAt } from '../support/places.js';
import { Replica } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const chat = conversationAt({ conversationId: 'a:admin', kind: 'personal', personId: 'object-of-admin' });
const noticeOf = (kind: SourceNotice['kind'], seq: number): SourceNotice => ({
  source: 'partnerCenter',
  kind,
  seq,
  failingSince: t0,
  at: at(seq),
});

let stores: Stores;
let notifier: FakeNotifier;
let replica: Replica;
beforeEach(async () => {
  stores = await openTestStores();
  notifier = new FakeNotifier();
  replica = new Replica({ stores, publishing: new FakePublishing(), clock: new ManualClock(), notifier });
});
afterEach(() => stores.dispose());

it('notices about a source are posted to the chat, in their order, each as a card of its own', async () => {
  await stores.conversations.put(chat);
  for (const notice of [noticeOf('back', 2), noticeOf('down', 1)])
    await stores.deliveries.create(noticeDelivery(notice, chat.conversationId, t0));
  await replica.tell();
  await replica.tell();
  expect(notifier.shown).toMatchObject([
    { how: 'post', replyTo: null, picture: { kind: 'sourceNotice', notice: { kind: 'down' } } },
    { how: 'post', replyTo: null, picture: { kind: 'sourceNotice', notice: { kind: 'back' } } },
  ]);
});

it('a notice to a chat that nobody remembers ends there', async () => {
  await stores.deliveries.create(noticeDelivery(noticeOf('down', 1), chat.conversationId, t0));
  await replica.tell();
  expect(notifier.shown).toStrictEqual([]);
  expect(await stores.deliveries.due(at(999_999), 9)).toStrictEqual([]);
});
