import { claimDelivery, settleDelivery, type Delivery, type SendOutcome } from '../domain/delivery.js';
import type { Clock } from '../ports.js';
import type { DeliveryStore } from '../store-ports.js';

interface Ports {
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  readonly send: (delivery: Delivery) => Promise<SendOutcome>;
}

/**
 * Sends what a conversation is owed about an offer, in seq order and only ever the head of it: stops at the first
 * that another replica holds, that waits for its next try, or whose outcome somebody else saved.
 */
export function makeDeliver({ deliveries, clock, send }: Ports) {
  const sendHead = async (conversationId: string, offerKey: string): Promise<boolean> => {
    const head = await deliveries.head(conversationId, offerKey);
    const claimed = head && claimDelivery(head.value, clock.now());
    const lease = head && claimed && (await deliveries.replace(head, claimed));
    if (lease === null) return false;
    const settled = settleDelivery(lease.value, await send(lease.value), clock.now());
    return (await deliveries.replace(lease, settled)) !== null && settled.dueAt === null;
  };
  return async function deliver(conversationId: string, offerKey: string): Promise<void> {
    while (await sendHead(conversationId, offerKey));
  };
}
