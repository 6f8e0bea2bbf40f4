import type { Conversation } from '../domain/conversation.js';
import type { ConversationStore } from '../store-ports.js';

const mostRemembered = 2_000;

/** Keeps where a conversation is reached; written only when it changed, read only once per process. */
export function makeRememberConversation({ conversations }: { readonly conversations: ConversationStore }) {
  const seen = new Map<string, string>();
  return async function rememberConversation(conversation: Conversation): Promise<void> {
    const { conversationId } = conversation;
    const text = JSON.stringify(conversation);
    if (seen.get(conversationId) === text) return;
    const known = await conversations.load(conversationId);
    if (known === null || JSON.stringify(known) !== text) await conversations.put(conversation);
    if (seen.size >= mostRemembered) seen.clear();
    seen.set(conversationId, text);
  };
}
