import type { Conversation, LivingCard } from './domain/conversation.js';
import type { ApprovalCopy, Delivery } from './domain/delivery.js';
import type { OfferEvent } from './domain/offer-event.js';
import type { Offer } from './domain/offer.js';
import type { SignOff } from './domain/sign-off-record.js';
import type { SourceHealth, SourceName } from './domain/source-health.js';
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
  /** The personal chats of these people by Entra object id; null: of everybody. Rare: it crosses partitions. */
  personalChats(objectIds: readonly string[] | null): Promise<readonly Conversation[]>;
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

export interface HealthStore {
  load(source: SourceName): Promise<Stored<SourceHealth> | null>;
  /** Replaces with If-Match, or creates when `stored` is null; false when somebody else was faster. */
  save(stored: Stored<SourceHealth> | null, next: SourceHealth): Promise<boolean>;
}
