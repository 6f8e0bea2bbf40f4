export type ConversationKind = 'channel' | 'groupChat' | 'personal';

/** A place where the bot can post, with what the channel needs to reach it. */
export interface Conversation {
  /** A channel's id without its thread; else the chat's id. */
  readonly conversationId: string;
  readonly kind: ConversationKind;
  /** "Team - Channel", the group chat's topic or the person's name, as last seen: outside text. */
  readonly name: string | null;
  readonly tenantId: string | null;
  /** Of a personal chat: the Entra object id of the person; null elsewhere and where it is not named. */
  readonly personId: string | null;
  /** Where the channel is called; checked against the allow-list at each use. */
  readonly serviceUrl: string;
  readonly botId: string;
  readonly channelId: string;
}

/** The one root card of a submission in a conversation. */
export interface LivingCard {
  readonly submissionId: string;
  /** Null when the channel took the post without naming it: then it cannot be updated. */
  readonly activityId: string | null;
  /** The last event it shows. */
  readonly seq: number;
  /** The last event whose short card is there, so that a kill after the post is not a second post. */
  readonly postedSeq: number;
}
