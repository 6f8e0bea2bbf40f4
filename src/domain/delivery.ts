import { secondsAfter } from './instant.js';
import { asksForApproval } from './event.js';
import type { OfferEvent } from './offer-event.js';
import type { SourceNotice } from './source-health.js';
import { wants, type Subscription } from './subscription.js';

/** A card in a conversation that offers the sign-off of one submission, and is repainted when that is decided. */
export interface ApprovalCopy {
  readonly offerKey: string;
  readonly submissionId: string;
  readonly conversationId: string;
  readonly activityId: string;
}

type DeliveryState = 'due' | 'sent' | 'failed';

interface Sending {
  /** Makes creating it twice a conflict, not a second post. */
  readonly id: string;
  readonly conversationId: string;
  /** What it is about: deliveries about one thing in one conversation keep their order. */
  readonly offerKey: string;
  readonly seq: number;
  readonly state: DeliveryState;
  /** When to send or try again; while a replica sends, the end of its lease; null when done. ISO 8601, UTC. */
  readonly dueAt: string | null;
  readonly attempts: number;
  readonly createdAt: string;
  /** What came of the last try, for `why` and `doctor`; no outside text. */
  readonly outcome: string | null;
}

/** One event × conversation, or × approval card copy. */
export interface EventDelivery extends Sending {
  /** `post`: tell the event in the conversation. `repaint`: bring the approval card `activityId` up to date. */
  readonly kind: 'post' | 'repaint';
  readonly event: OfferEvent;
  /** The submission that the card is about; for a repaint the one it was made for. */
  readonly submissionId: string;
  /** The card to repaint; null for a post. */
  readonly activityId: string | null;
}

/** One notice about a source × admin. */
export interface NoticeDelivery extends Sending {
  readonly kind: 'notice';
  readonly notice: SourceNotice;
}

export type Delivery = EventDelivery | NoticeDelivery;

/** What came of one send. `gone`: the place is not there any more; `missing`: the card to update is not. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId: string | null }
  | { readonly kind: 'retry'; readonly afterSeconds: number | null; readonly reason: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

const leaseSeconds = 60;
const giveUpAfterHours = 24;
const firstRetrySeconds = 5;
const longestRetrySeconds = 300;

/** Everything that an event owes: one post per conversation that wants it, and a repaint of each approval card. */
export function planDeliveries(
  event: OfferEvent,
  subscriptions: readonly Subscription[],
  copies: readonly ApprovalCopy[],
  now: string,
): readonly EventDelivery[] {
  const wanting = subscriptions.filter(({ level }) => isPosted(event) && wants(level, event));
  const conversations = [...new Set(wanting.map(({ conversationId }) => conversationId))];
  const posts = conversations.map((conversationId) => post(event, conversationId, now));
  const repaints = copies
    .filter(({ submissionId }) => !(asksForApproval(event) && submissionId === event.submissionId))
    .map((copy) => repaint(event, copy, now));
  return [...posts, ...repaints];
}

/** Whose approval cards an event may change: its own submission's, and those of the one it replaced. */
export function submissionsTouched(event: OfferEvent): readonly string[] {
  return event.replaces === null ? [event.submissionId] : [event.submissionId, event.replaces];
}

/** That Partner Center took the request shows on the cards; the next stage is the news. */
function isPosted(event: OfferEvent): boolean {
  return event.kind !== 'goLive' || event.goLive !== 'accepted';
}

function post(event: OfferEvent, conversationId: string, now: string): EventDelivery {
  const { offerKey, submissionId, seq } = event;
  const sending = sendingOf(`${offerKey}:${seq}`, conversationId, offerKey, seq, now);
  return { ...sending, kind: 'post', event, submissionId, activityId: null };
}

function repaint(event: OfferEvent, copy: ApprovalCopy, now: string): EventDelivery {
  const { conversationId, submissionId, activityId } = copy;
  const owed = post(event, conversationId, now);
  return { ...owed, id: `${owed.id}:${activityId}`, kind: 'repaint', submissionId, activityId };
}

/** A notice about a source, owed to somebody's personal chat. */
export function noticeDelivery(notice: SourceNotice, conversationId: string, now: string): NoticeDelivery {
  const about = `source:${notice.source}`;
  const sending = sendingOf(
    `${about}:${notice.kind}:${notice.failingSince}`,
    conversationId,
    about,
    notice.seq,
    now,
  );
  return { ...sending, kind: 'notice', notice };
}

function sendingOf(id: string, conversationId: string, offerKey: string, seq: number, now: string): Sending {
  const untried = { state: 'due', dueAt: now, attempts: 0, createdAt: now, outcome: null } as const;
  return { id, conversationId, offerKey, seq, ...untried };
}

/** Claims for one sender; null while another one holds it, it waits for its next try, or it is done. */
export function claimDelivery<D extends Delivery>(delivery: D, now: string): D | null {
  if (delivery.dueAt === null || delivery.dueAt > now) return null;
  return { ...delivery, dueAt: secondsAfter(now, leaseSeconds), attempts: delivery.attempts + 1 };
}

/** What an outcome makes of a delivery. Retries double from 5 s to 5 min and end after 24 hours. */
export function settleDelivery<D extends Delivery>(sent: D, outcome: SendOutcome, now: string): D {
  const done = { ...sent, dueAt: null };
  switch (outcome.kind) {
    case 'sent':
      return { ...done, state: 'sent', outcome: 'sent' };
    case 'missing':
      return { ...done, state: 'failed', outcome: 'the card is gone' };
    case 'gone':
    case 'failed':
      return { ...done, state: 'failed', outcome: outcome.reason };
    case 'retry': {
      if (now >= secondsAfter(sent.createdAt, giveUpAfterHours * 3_600))
        return { ...done, state: 'failed', outcome: `gave up: ${outcome.reason}` };
      const wait = outcome.afterSeconds ?? backoff(sent.attempts);
      return { ...sent, dueAt: secondsAfter(now, wait), outcome: outcome.reason };
    }
  }
}

function backoff(attempts: number): number {
  return Math.min(firstRetrySeconds * 2 ** (attempts - 1), longestRetrySeconds);
}
