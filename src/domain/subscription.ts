import { importanceOf } from './event.js';
import type { OfferEvent } from './offer-event.js';
import type { OfferKeyParts } from './offer.js';

export type Level = 'all' | 'milestones' | 'action-needed';

/** What one follows: an offer, a publisher, or everything. */
export type Topic = `offer:${string}` | `publisher:${string}` | 'everything';

/** One topic followed in one conversation. */
export interface Subscription {
  readonly topic: Topic;
  readonly conversationId: string;
  readonly level: Level;
  /** Who asked for it, for people to read and to tell when it stops working. */
  readonly by: { readonly objectId: string | null; readonly name: string };
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The three topics that an event of this offer is told under. */
export function topicsOf(offer: Pick<OfferKeyParts, 'offerKey' | 'publisherId'>): readonly Topic[] {
  return [`offer:${offer.offerKey}`, `publisher:${offer.publisherId}`, 'everything'];
}

export function wants(level: Level, event: OfferEvent): boolean {
  const importance = importanceOf(event);
  switch (level) {
    case 'all':
      return true;
    case 'milestones':
      return importance !== 'detail';
    case 'action-needed':
      return importance === 'actionNeeded';
  }
}
