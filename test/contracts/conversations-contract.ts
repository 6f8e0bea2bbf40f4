import { oddIds, storesFor, type Open } from './store-under-test.js';
import { conversationAt } from '../support/places.js';
import type { LivingCard } from '../../src/domain/conversation.js';

/** What every conversation store has to do. */
export function conversationsContract(open: Open): void {
  const stores = storesFor(open);
  const card: LivingCard = {
    submissionId: '1152921505697719189',
    activityId: 'activity-1',
    seq: 1,
    postedSeq: 1,
  };

  it('knows nothing of a place where it never was', async () => {
    const { conversations } = stores();
    expect(await conversations.load('a:unknown')).toBeNull();
    expect(await conversations.livingCard('a:unknown', card.submissionId)).toBeNull();
  });

  it('shows a conversation as it was put last', async () => {
    const { conversations } = stores();
    await conversations.put(conversationAt({ conversationId: 'a:renamed', name: 'before' }));
    const after = conversationAt({ conversationId: 'a:renamed', name: 'after' });
    await conversations.put(after);
    expect(await conversations.load('a:renamed')).toStrictEqual(after);
  });

  it('shows a living card as it was put last', async () => {
    const { conversations } = stores();
    await conversations.putLivingCard('a:cards', card);
    await conversations.putLivingCard('a:cards', { ...card, seq: 2 });
    expect(await conversations.livingCard('a:cards', card.submissionId)).toStrictEqual({ ...card, seq: 2 });
  });

  it('keeps the cards of conversations and of submissions apart, and a card apart from its place', async () => {
    const { conversations } = stores();
    // The neighbouring id differs by less than a number could tell.
    const neighbour: LivingCard = { ...card, submissionId: '1152921505697719190', activityId: 'activity-2' };
    await conversations.putLivingCard('a:apart', card);
    await conversations.putLivingCard('a:apart', neighbour);
    await conversations.putLivingCard('a:elsewhere', { ...card, activityId: null });
    expect(await conversations.livingCard('a:apart', card.submissionId)).toStrictEqual(card);
    expect(await conversations.livingCard('a:apart', neighbour.submissionId)).toStrictEqual(neighbour);
    expect((await conversations.livingCard('a:elsewhere', card.submissionId))?.activityId).toBeNull();
    expect(await conversations.load('a:apart')).toBeNull();
  });

  it.each(oddIds)('bears the id %s', async (odd) => {
    const { conversations } = stores();
    const conversation = conversationAt({ conversationId: odd });
    await conversations.put(conversation);
    await conversations.putLivingCard(odd, { ...card, submissionId: odd });
    expect(await conversations.load(odd)).toStrictEqual(conversation);
    expect(await conversations.livingCard(odd, odd)).toStrictEqual({ ...card, submissionId: odd });
  });
}

/** What it knows of people's own chats; looks at the whole store. */
export function personalChatsContract(open: Open): void {
  const stores = storesFor(open);
  const card: LivingCard = { submissionId: '1', activityId: 'activity-1', seq: 1, postedSeq: 1 };
  beforeAll(async () => {
    const { conversations } = stores();
    for (const personId of ['first', 'second', null])
      await conversations.put(
        conversationAt({ conversationId: `a:${personId}`, kind: 'personal', personId }),
      );
    await conversations.put(conversationAt({ conversationId: 'a:group', kind: 'groupChat' }));
    await conversations.put(conversationAt());
    await conversations.putLivingCard('a:first', card);
  });
  const chatsOf = async (objectIds: readonly string[] | null): Promise<readonly string[]> =>
    (await stores().conversations.personalChats(objectIds))
      .map(({ conversationId }) => conversationId)
      .toSorted();

  it('shows those of the people asked for, whole', async () => {
    expect(await stores().conversations.personalChats(['second', 'unheard of'])).toStrictEqual([
      conversationAt({ conversationId: 'a:second', kind: 'personal', personId: 'second' }),
    ]);
    expect(await chatsOf(['first', 'second'])).toStrictEqual(['a:first', 'a:second']);
  });

  it('shows those of everybody, also where nobody is named, and no channel or group', async () => {
    expect(await chatsOf(null)).toStrictEqual(['a:first', 'a:null', 'a:second']);
  });

  it('shows none where nobody is asked for', async () => {
    expect(await chatsOf([])).toStrictEqual([]);
  });
}
