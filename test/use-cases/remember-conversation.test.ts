import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { ConversationStore } from '../../src/store-ports.js';
import { makeRememberConversation } from '../../src/use-cases/remember-conversation.js';
import { conversationAt } from '../support/places.js';
import { openTestStores } from '../support/stores.js';

let stores: Stores;
let loads: string[];
let puts: string[];
let conversations: ConversationStore;
beforeEach(async () => {
  stores = await openTestStores();
  loads = [];
  puts = [];
  conversations = {
    ...stores.conversations,
    load: (conversationId) => {
      loads.push(conversationId);
      return stores.conversations.load(conversationId);
    },
    put: (conversation) => {
      puts.push(conversation.conversationId);
      return stores.conversations.put(conversation);
    },
  };
});
afterEach(() => stores.dispose());

const place = conversationAt();

it('keeps where a conversation is reached', async () => {
  await makeRememberConversation({ conversations })(place);
  expect(await stores.conversations.load(place.conversationId)).toStrictEqual(place);
});

it('reads and writes no more while nothing changes', async () => {
  const remember = makeRememberConversation({ conversations });
  await remember(place);
  await remember({ ...place });
  expect(loads).toHaveLength(1);
  expect(puts).toHaveLength(1);
});

it('writes nothing after a restart when nothing changed', async () => {
  await makeRememberConversation({ conversations })(place);
  await makeRememberConversation({ conversations })(place);
  expect(loads).toHaveLength(2);
  expect(puts).toHaveLength(1);
});

it.each<Partial<Conversation>>([
  { serviceUrl: 'https://smba.trafficmanager.net/amer/' },
  { name: 'Renamed' },
])('writes again what changed: %j', async (change) => {
  const remember = makeRememberConversation({ conversations });
  await remember(place);
  await remember({ ...place, ...change });
  expect(await stores.conversations.load(place.conversationId)).toStrictEqual({ ...place, ...change });
});

it('is not remembered when it could not be written: the next message tries again', async () => {
  let answers = false;
  const put: ConversationStore['put'] = async (conversation) => {
    if (!answers) throw new Error('no answer');
    return stores.conversations.put(conversation);
  };
  const remember = makeRememberConversation({ conversations: { ...conversations, put } });
  await expect(remember(place)).rejects.toThrow('no answer');
  answers = true;
  await remember(place);
  expect(await stores.conversations.load(place.conversationId)).toStrictEqual(place);
});

it('keeps no more than two thousand in mind, and forgets nothing by that', async () => {
  const load: ConversationStore['load'] = async (conversationId) => {
    loads.push(conversationId);
    return conversationAt({ conversationId });
  };
  const remember = makeRememberConversation({ conversations: { ...conversations, load } });
  for (let n = 0; n < 2_000; n += 1) await remember(conversationAt({ conversationId: `a:${n}` }));
  await remember(conversationAt({ conversationId: 'a:0' }));
  expect(loads).toHaveLength(2_000);
  await remember(conversationAt({ conversationId: 'a:2000' }));
  await remember(conversationAt({ conversationId: 'a:0' }));
  expect(loads.slice(2_000)).toStrictEqual(['a:2000', 'a:0']);
  expect(puts).toStrictEqual([]);
});
