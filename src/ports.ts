import type { Conversation, LivingCard } from './domain/conversation.js';
import type { ApprovalCopy, Delivery, SendOutcome } from './domain/delivery.js';
import type { OfferEvent } from './domain/event.js';
import type { PromoteOutcome } from './domain/go-live.js';
import type { Observation } from './domain/observe-offer.js';
import type { Offer, SignOff } from './domain/offer.js';
import type { SeenSubmission } from './domain/seen-submission.js';
import type { Picture } from './domain/picture.js';
import type { FreshRead } from './domain/sign-off.js';
import type { Subscription, Topic } from './domain/subscription.js';
import type { Watch } from './domain/watch.js';

/** A document with the store's token of the version that was read. */
export interface Stored<T> {
  readonly value: T;
  readonly etag: string;
}

/** Creates are idempotent by id: `exists` is an expected end. Outages are exceptions everywhere here. */
export type Created = 'created' | 'exists';

export interface OfferStore {
  /** @param otherThan an etag that lost: read until it is another one. */
  load(offerKey: string, otherThan?: string): Promise<Stored<Offer> | null>;
  create(offer: Offer): Promise<Created>;
  /** One replace with If-Match; null when somebody else was faster. */
  replace(stored: Stored<Offer>, next: Offer): Promise<Stored<Offer> | null>;
  /** Tracked offers with their watches, in one query. */
  listTracked(): Promise<readonly { readonly offer: Offer; readonly watch: Watch | null }[]>;
  /** Keys of offers with events not yet announced that were saved before `before`. */
  withPendingEvents(before: string, most: number): Promise<readonly string[]>;
  /** Keys of offers whose go-live is to be carried on now. */
  withGoLiveDue(now: string, most: number): Promise<readonly string[]>;
}

export interface HistoryStore {
  recordEvent(event: OfferEvent): Promise<Created>;
  /** The audit record: create-only, never changed. */
  recordSignOff(offerKey: string, seq: number, signOff: SignOff): Promise<Created>;
}

export interface WatchStore {
  load(offerKey: string): Promise<Stored<Watch> | null>;
  /** Replaces with If-Match, or creates when `stored` is null; null when somebody else was faster. */
  save(stored: Stored<Watch> | null, next: Watch): Promise<Stored<Watch> | null>;
  due(now: string, most: number): Promise<readonly Stored<Watch>[]>;
}

export interface SubscriptionStore {
  /** Creates or replaces: the last word of a conversation about a topic stands. */
  put(subscription: Subscription): Promise<void>;
  /** False when there was none. */
  remove(topic: Topic, conversationId: string): Promise<boolean>;
  ofTopic(topic: Topic): Promise<readonly Subscription[]>;
  ofConversation(conversationId: string): Promise<readonly Subscription[]>;
}

export interface ConversationStore {
  load(conversationId: string): Promise<Conversation | null>;
  put(conversation: Conversation): Promise<void>;
  livingCard(conversationId: string, submissionId: string): Promise<LivingCard | null>;
  putLivingCard(conversationId: string, card: LivingCard): Promise<void>;
}

/** Approval cards that were posted, kept with the offer because they are looked for when it is decided. */
export interface ApprovalCopyStore {
  add(copy: ApprovalCopy): Promise<void>;
  ofSubmission(offerKey: string, submissionId: string): Promise<readonly ApprovalCopy[]>;
}

export interface DeliveryStore {
  create(delivery: Delivery): Promise<Created>;
  /** The first unfinished delivery of this conversation about this offer, in seq order. */
  head(conversationId: string, offerKey: string): Promise<Stored<Delivery> | null>;
  /** Null when somebody else was faster. */
  replace(stored: Stored<Delivery>, next: Delivery): Promise<Stored<Delivery> | null>;
  /** Conversation and offer of deliveries that are due, each once. */
  due(
    now: string,
    most: number,
  ): Promise<readonly { readonly conversationId: string; readonly offerKey: string }[]>;
}

/** Partner Center could not be read, and why in words that may be logged. */
export interface Unavailable {
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
}

/** What must be known of an offer to read it; what is known already is not asked again. */
export type OfferToRead = Pick<Offer, 'offerKey' | 'offerId' | 'name' | 'productId' | 'current' | 'live'>;

/** Partner Center. No answer throws. */
export interface PublishingSource {
  read(offer: OfferToRead): Promise<Reading<Publishing>>;
  /** The newest submission and whether the given one may be promoted now. Null when it cannot be said. */
  readiness(productId: string, submissionId: string): Promise<FreshRead>;
}

/** A public catalog that shows one version of an offer: the marketplace, the content hub. No answer throws. */
export interface Catalog {
  /** Null when it does not show the offer, is not asked here, or did not answer. */
  versionOf(offerKey: string): Promise<string | null>;
}

/** Partner Center, marketplace and content hub, read together. */
export interface StatusSource {
  observe(
    offer: OfferToRead,
  ): Promise<
    | { readonly kind: 'observed'; readonly observation: Observation }
    | { readonly kind: 'notFound' }
    | Unavailable
  >;
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
