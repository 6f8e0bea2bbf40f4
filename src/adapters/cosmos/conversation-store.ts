import type { Container } from '@azure/cosmos';
import type { Conversation, LivingCard } from '../../domain/conversation.js';
import type { ConversationStore } from '../../store-ports.js';
import { documentId, queryRows, readDocument, upsertDocument, type Document } from './documents.js';

const documentIdOfReference = 'reference';

export function makeConversationStore(conversations: Container): ConversationStore {
  const load = async <T>(conversationId: string, id: string): Promise<T | null> =>
    (await readDocument<T>(conversations, id, conversationId))?.value ?? null;
  const put = (conversationId: string, id: string, type: string, value: unknown): Promise<void> =>
    upsertDocument(conversations, { id, type, conversationId, value } as Document<unknown>);
  return {
    load: (conversationId) => load<Conversation>(conversationId, documentIdOfReference),
    put: (conversation) => put(conversation.conversationId, documentIdOfReference, 'reference', conversation),
    personalChats: async (objectIds) => {
      const rows = await queryRows<{ value: Conversation }>(conversations, {
        query: `SELECT c["value"] FROM c WHERE c.type = 'reference' AND c["value"].kind = 'personal'`,
      });
      return rows
        .map(({ value }) => value)
        .filter(({ personId }) => objectIds === null || (personId !== null && objectIds.includes(personId)));
    },
    livingCard: (conversationId, submissionId) => load<LivingCard>(conversationId, cardId(submissionId)),
    putLivingCard: (conversationId, card) => put(conversationId, cardId(card.submissionId), 'card', card),
  };
}

function cardId(submissionId: string): string {
  return documentId(`card:${submissionId}`);
}
