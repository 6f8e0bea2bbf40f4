import { oddIds, storesFor, type Open } from './store-under-test.js';
import { following } from '../support/places.js';
import type { Subscription } from '../../src/domain/subscription.js';

/** What every subscription store has to do. */
export function subscriptionsContract(open: Open): void {
  const stores = storesFor(open);
  const ids = (found: readonly Subscription[]): readonly string[] =>
    found.map(({ conversationId }) => conversationId).toSorted();

  it('keeps the last word of a conversation about a topic', async () => {
    const { subscriptions } = stores();
    await subscriptions.put(following('offer:contoso.word', 'a:one', 'all'));
    const last = following('offer:contoso.word', 'a:one', 'milestones');
    await subscriptions.put(last);
    expect(await subscriptions.ofTopic('offer:contoso.word')).toStrictEqual([last]);
  });

  it('shows who follows a topic, and nobody who follows another one', async () => {
    const { subscriptions } = stores();
    await subscriptions.put(following('offer:contoso.topic', 'a:one'));
    await subscriptions.put(following('offer:contoso.topic', 'a:two'));
    await subscriptions.put(following('offer:contoso.topic-2', 'a:three'));
    await subscriptions.put(following('publisher:contoso', 'a:four'));
    await subscriptions.put(following('everything', 'a:five'));
    expect(ids(await subscriptions.ofTopic('offer:contoso.topic'))).toStrictEqual(['a:one', 'a:two']);
    expect(ids(await subscriptions.ofTopic('publisher:contoso'))).toStrictEqual(['a:four']);
    expect(ids(await subscriptions.ofTopic('everything'))).toStrictEqual(['a:five']);
    expect(await subscriptions.ofTopic('offer:contoso.nobody')).toStrictEqual([]);
  });

  it('shows all that a conversation follows, and nothing of others', async () => {
    const { subscriptions } = stores();
    const mine = [following('offer:contoso.own', 'a:own'), following('publisher:fabrikam', 'a:own')];
    for (const subscription of [...mine, following('offer:contoso.own', 'a:other')])
      await subscriptions.put(subscription);
    const found = await subscriptions.ofConversation('a:own');
    expect(found).toHaveLength(2);
    expect(found).toStrictEqual(expect.arrayContaining(mine));
  });

  it('removes once, from that conversation only', async () => {
    const { subscriptions } = stores();
    await subscriptions.put(following('offer:contoso.gone', 'a:one'));
    await subscriptions.put(following('offer:contoso.gone', 'a:two'));
    expect(await subscriptions.remove('offer:contoso.gone', 'a:one')).toBe(true);
    expect(await subscriptions.remove('offer:contoso.gone', 'a:one')).toBe(false);
    expect(ids(await subscriptions.ofTopic('offer:contoso.gone'))).toStrictEqual(['a:two']);
  });

  it.each(oddIds)('bears the conversation id %s', async (odd) => {
    const { subscriptions } = stores();
    const subscription = following('offer:contoso.odd', odd);
    await subscriptions.put(subscription);
    expect(await subscriptions.ofConversation(odd)).toStrictEqual([subscription]);
    expect(await subscriptions.remove('offer:contoso.odd', odd)).toBe(true);
  });
}
