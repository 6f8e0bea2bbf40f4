import type { ConversationReference } from 'botbuilder';
import type { Conversation, ConversationKind } from '../../domain/conversation.js';
import type { Person } from '../../domain/person.js';
import type { InboundActivity } from './inbound.js';

/** The place an activity came from. Of a channel its own id: a thread would be forgotten by some hosts. */
export function conversationOf(activity: InboundActivity): Conversation {
  const kind = kindOf(activity);
  return {
    conversationId: withoutThread(activity.conversation.id),
    kind,
    name: nameOf(activity, kind),
    tenantId: tenantOf(activity),
    personId: kind === 'personal' ? (activity.from.aadObjectId?.toLowerCase() ?? null) : null,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient?.id ?? '',
    channelId: activity.channelId,
  };
}

/** Who wrote or pressed, with ids in lower case, for hosts write them either way; null when the activity names no Entra object id or no tenant. */
export function personOf(activity: InboundActivity): Person | null {
  const objectId = activity.from.aadObjectId;
  const tenantId = tenantOf(activity);
  if (!objectId || tenantId === null) return null;
  return {
    objectId: objectId.toLowerCase(),
    tenantId: tenantId.toLowerCase(),
    name: activity.from.name ?? objectId,
  };
}

function tenantOf(activity: InboundActivity): string | null {
  return activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? null;
}

/** What the SDK needs to post outside of a turn. @param thread the root activity of a channel's thread. */
export function referenceOf(
  conversation: Conversation,
  thread: string | null,
): Partial<ConversationReference> {
  const { conversationId, kind, tenantId, serviceUrl, botId, channelId } = conversation;
  const id = thread === null ? conversationId : `${conversationId};messageid=${thread}`;
  return {
    channelId,
    serviceUrl,
    bot: { id: botId, name: '' },
    conversation: {
      id,
      name: '',
      isGroup: kind !== 'personal',
      conversationType: kind,
      ...(tenantId !== null && { tenantId }),
    },
  };
}

function kindOf(activity: InboundActivity): ConversationKind {
  const type = activity.conversation.conversationType;
  if (type === 'channel' || activity.channelData?.team) return 'channel';
  return type === 'groupChat' ? 'groupChat' : 'personal';
}

function nameOf(activity: InboundActivity, kind: ConversationKind): string | null {
  if (kind === 'personal') return activity.from.name ?? null;
  if (kind === 'groupChat') return activity.conversation.name ?? null;
  const names = [
    activity.channelData?.team?.name,
    activity.channelData?.channel?.name ?? activity.conversation.name,
  ];
  return names.filter(Boolean).join(' - ') || null;
}

function withoutThread(id: string): string {
  return id.split(';messageid=')[0] ?? id;
}
