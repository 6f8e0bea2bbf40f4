import type { Conversation } from '../../domain/conversation.js';
import type { Person } from '../../domain/person.js';
import { conversationOf, personOf } from './conversation.js';
import type { InboundActivity } from './inbound.js';

/** One thing that somebody typed or pressed, as handlers see it. */
export interface Turn {
  readonly conversation: Conversation;
  /** Null when the activity names no object id or no tenant: then nothing privileged is done. */
  readonly person: Person | null;
  /** The speaker's name for people to read. */
  readonly speaker: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export function turnOf(activity: InboundActivity, at: string): Turn {
  return {
    conversation: conversationOf(activity),
    person: personOf(activity),
    speaker: activity.from.name ?? 'Somebody',
    at,
  };
}
