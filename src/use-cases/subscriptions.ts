import type { Level, Subscription, Topic } from '../domain/subscription.js';
import type { Clock } from '../ports.js';
import type { SubscriptionStore } from '../store-ports.js';

interface Ports {
  readonly subscriptions: SubscriptionStore;
  readonly clock: Clock;
}

/** Follows a topic in a conversation; asked again, the newest level stands. */
export function makeSubscribe({ subscriptions, clock }: Ports) {
  return async function subscribe(
    topic: Topic,
    conversationId: string,
    level: Level,
    by: Subscription['by'],
  ): Promise<Subscription> {
    const subscription: Subscription = { topic, conversationId, level, by, at: clock.now() };
    await subscriptions.put(subscription);
    return subscription;
  };
}

/** False when the conversation did not follow the topic. */
export function makeUnsubscribe({ subscriptions }: Pick<Ports, 'subscriptions'>) {
  return async function unsubscribe(topic: Topic, conversationId: string): Promise<boolean> {
    return subscriptions.remove(topic, conversationId);
  };
}

export function makeListSubscriptions({ subscriptions }: Pick<Ports, 'subscriptions'>) {
  return async function listSubscriptions(conversationId: string): Promise<readonly Subscription[]> {
    const all = await subscriptions.ofConversation(conversationId);
    return all.toSorted((a, b) => a.topic.localeCompare(b.topic));
  };
}
