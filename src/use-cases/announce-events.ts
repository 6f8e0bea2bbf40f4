import { planDeliveries, submissionsTouched, type EventDelivery } from '../domain/delivery.js';
import type { OfferEvent } from '../domain/offer-event.js';
import { afterAnnouncing } from '../domain/go-live.js';
import type { Offer } from '../domain/offer.js';
import { topicsOf } from '../domain/subscription.js';
import type { Clock } from '../ports.js';
import type {
  ApprovalCopyStore,
  DeliveryStore,
  HistoryStore,
  OfferStore,
  SubscriptionStore,
} from '../store-ports.js';
import { changeOffer } from './change-offer.js';

interface Ports {
  readonly offers: OfferStore;
  readonly history: HistoryStore;
  readonly subscriptions: SubscriptionStore;
  readonly copies: ApprovalCopyStore;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  /** Whether a recorded sign-off is to be carried to Partner Center. */
  readonly promote: boolean;
}

/**
 * From saved events to what is owed: every delivery of an event before those of the next, then its history and
 * audit documents, and only then does it leave the offer. Everything is create-only, so that doing it twice, or
 * by two replicas at once, does it once.
 * @returns the conversations that have something to be sent to.
 */
export function makeAnnounceEvents(ports: Ports) {
  const { offers, clock, promote } = ports;
  const owe = makeOwe(ports);
  return async function announceEvents(offerKey: string): Promise<readonly string[]> {
    const stored = await offers.load(offerKey);
    const pending = stored?.value.pending ?? [];
    const last = pending.at(-1);
    if (stored === null || last === undefined) return [];
    const conversations = new Set<string>();
    for (const event of pending)
      for (const { conversationId } of await owe(stored.value, event)) conversations.add(conversationId);
    await changeOffer(offers, offerKey, (offer) => ({
      next: afterAnnouncing(offer, last.seq, promote, clock.now()),
      result: null,
    }));
    return [...conversations];
  };
}

function makeOwe({ history, subscriptions, copies, deliveries, clock }: Ports) {
  return async function owe(offer: Offer, event: OfferEvent): Promise<readonly EventDelivery[]> {
    const [following, cards] = await Promise.all([
      Promise.all(topicsOf(offer).map((topic) => subscriptions.ofTopic(topic))),
      Promise.all(submissionsTouched(event).map((id) => copies.ofSubmission(offer.offerKey, id))),
    ]);
    const planned = planDeliveries(event, following.flat(), cards.flat(), clock.now());
    await Promise.all(planned.map((delivery) => deliveries.create(delivery)));
    if (event.signOff !== null) await history.recordSignOff(offer.offerKey, event.seq, event.signOff);
    await history.recordEvent(event);
    return planned;
  };
}
