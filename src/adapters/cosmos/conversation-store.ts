import type { Container } from '@azure/cosmos';
import type { Conversation, LivingCard } from '../../domain/conversation.js';
import type { ConversationStore } from '../../ports.js';
import { documentId, readDocument, upsertDocument, type Document } from './documents.js';

const documentIdOfReference = 'reference';

export function makeConversationStore(conversations: Container): ConversationStore {
  const load = async <T>(conversationId: string, id: string): Promise<T | null> =>
    (await readDocument<T>(conversations, id, conversationId))?.value ?? null;
  const put = (conversationId: string, id: string, type: string, value: unknown): Promise<void> =>
    upsertDocument(conversations, { id, type, conversationId, value } as Document<unknown>);
  return {
    load: (conversationId) => load<Conversation>(conversationId, documentIdOfReference),
    put: (conversation) => put(conversation.conversationId, documentIdOfReference, 'reference', conversation),
    livingCard: (conversationId, submissionId) => load<LivingCard>(conversationId, cardId(submissionId)),
    putLivingCard: (conversationId, card) => put(conversationId, cardId(card.submissionId), 'card', card),
  };
}

function cardId(submissionId: string): string {
  return documentId(`card:${submissionId}`);
}
