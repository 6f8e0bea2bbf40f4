import type { Conversation } from './domain/conversation.js';
import type { SendOutcome } from './domain/delivery.js';
import type { PromoteOutcome } from './domain/go-live.js';
import type { Observation } from './domain/observation.js';
import type { Listing, Obstacle } from './domain/obstacle.js';
import type { Offer } from './domain/offer.js';
import type { SeenSubmission } from './domain/seen-submission.js';
import type { Picture } from './domain/picture.js';
import type { ReadyRead } from './domain/sign-off.js';
import type { SourceName } from './domain/source-health.js';

/** Partner Center could not be read, and why in words that may be logged. */
interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: string;
}

export type Reading<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'notFound' } | Unavailable;

/** What Partner Center says of an offer's submissions: the newest and the last live one. */
export interface Publishing {
  readonly productId: string;
  readonly name: string;
  readonly submissions: readonly SeenSubmission[];
  /** What its plans show that keeps it out of the content hub; null when they were not asked for this time. */
  readonly obstacles: readonly Obstacle[] | null;
}

/** What must be known of an offer to read it; what is known already is not asked again. */
export type OfferToRead = Pick<Offer, 'offerKey' | 'offerId' | 'name' | 'productId' | 'current' | 'live'>;

/** Partner Center. No answer throws. */
export interface PublishingSource {
  read(offer: OfferToRead): Promise<Reading<Publishing>>;
  /** The newest submission and whether the given one may be promoted now. Null when it cannot be said. */
  readiness(productId: string, submissionId: string): Promise<ReadyRead | null>;
}

/** The public marketplace. No answer throws. */
export interface Marketplace {
  /** `notFound`: it does not show the offer. */
  listing(offerKey: string): Promise<Reading<Listing>>;
}

/** The content hub as a workspace sees it. No answer throws. */
export interface ContentHub {
  /** The version it shows; `notFound`: it does not show the offer. */
  version(offerKey: string): Promise<Reading<string>>;
}

/** Whether a source gave a good read, or none, when it was asked. */
export interface SourceRead {
  readonly source: SourceName;
  readonly good: boolean;
}

/** Partner Center, marketplace and content hub, read together. */
export interface StatusSource {
  observe(offer: OfferToRead): Promise<{
    readonly sighting:
      | { readonly kind: 'observed'; readonly observation: Observation }
      | { readonly kind: 'notFound' }
      | Unavailable;
    /** The sources that were asked. */
    readonly reads: readonly SourceRead[];
  }>;
  readiness: PublishingSource['readiness'];
}

export interface Publisher {
  /** Asks Partner Center to go live. One call: never repeated by this port. */
  promote(productId: string, submissionId: string): Promise<PromoteOutcome>;
}

/** Posts to a conversation outside of a turn. No answer of the channel throws. */
export interface Notifier {
  /** @param replyTo the activity whose thread it belongs to, in channels. */
  post(conversation: Conversation, picture: Picture, replyTo: string | null): Promise<SendOutcome>;
  update(conversation: Conversation, activityId: string, picture: Picture): Promise<SendOutcome>;
}

export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
}

/** A number from 0 up to 1, for jitter. */
export type Random = () => number;

/** Static text, data in fields; never a secret, a name or a message's text. */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}
