import type { Conversation } from '../../src/domain/conversation.js';
import type { Level, Subscription, Topic } from '../../src/domain/subscription.js';
import { t0, tenant } from './build.js';

/** A conversation as the bot remembers it. */
export function conversationAt(overrides: Partial<Conversation> = {}): Conversation {
  return {
    conversationId: '19:releases@thread.tacv2',
    kind: 'channel',
    name: 'Publishing - Releases',
    tenantId: tenant,
    personId: null,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    botId: '28:bot',
    channelId: 'msteams',
    ...overrides,
  };
}

export function following(
  topic: Topic,
  conversationId = '19:releases@thread.tacv2',
  level: Level = 'all',
): Subscription {
  return {
    topic,
    conversationId,
    level,
    by: { objectId: 'object-of-subscriber', name: 'subscriber' },
    at: t0,
  };
}
