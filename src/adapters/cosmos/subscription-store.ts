import type { Container } from '@azure/cosmos';
import type { Subscription } from '../../domain/subscription.js';
import type { SubscriptionStore } from '../../store-ports.js';
import { deleteDocument, documentId, queryRows, upsertDocument, type Document } from './documents.js';

export function makeSubscriptionStore(subscriptions: Container): SubscriptionStore {
  const find = async (field: 'topic' | 'conversationId', value: string, partition?: string) => {
    const rows = await queryRows<{ value: Subscription }>(
      subscriptions,
      {
        query: `SELECT c["value"] FROM c WHERE c.${field} = @value`,
        parameters: [{ name: '@value', value }],
      },
      partition,
    );
    return rows.map((row) => row.value);
  };
  return {
    put: (subscription) => upsertDocument(subscriptions, documentOf(subscription)),
    remove: (topic, conversationId) => deleteDocument(subscriptions, documentId(conversationId), topic),
    ofTopic: (topic) => find('topic', topic, topic),
    // Crosses partitions on purpose: a team's own list is rare.
    ofConversation: (conversationId) => find('conversationId', conversationId),
  };
}

function documentOf(subscription: Subscription): Document<Subscription> & Record<string, unknown> {
  const { topic, conversationId } = subscription;
  return { id: documentId(conversationId), type: 'subscription', topic, conversationId, value: subscription };
}
