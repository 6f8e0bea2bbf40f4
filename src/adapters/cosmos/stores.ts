import type {
  ApprovalCopyStore,
  ConversationStore,
  DeliveryStore,
  HealthStore,
  HistoryStore,
  OfferStore,
  SubscriptionStore,
  WatchStore,
} from '../../store-ports.js';
import { makeApprovalCopyStore } from './approval-copy-store.js';
import { openContainers, type CosmosSettings } from './client.js';
import { makeConversationStore } from './conversation-store.js';
import { makeDeliveryStore } from './delivery-store.js';
import { makeHealthStore } from './health-store.js';
import { makeHistoryStore } from './history-store.js';
import { makeOfferStore } from './offer-store.js';
import { makeSubscriptionStore } from './subscription-store.js';
import { makeWatchStore } from './watch-store.js';

export interface Stores {
  readonly offers: OfferStore;
  readonly watches: WatchStore;
  readonly history: HistoryStore;
  readonly copies: ApprovalCopyStore;
  readonly subscriptions: SubscriptionStore;
  readonly conversations: ConversationStore;
  readonly deliveries: DeliveryStore;
  readonly health: HealthStore;
  /** Rejects when the store does not answer. */
  ping(): Promise<void>;
  dispose(): void;
}

/** @throws MissingContainer where a container must exist and does not; any other error is an outage. */
export async function openStores(settings: CosmosSettings): Promise<Stores> {
  const containers = await openContainers(settings);
  return {
    offers: makeOfferStore(containers.offers),
    watches: makeWatchStore(containers.offers),
    history: makeHistoryStore(containers.offers),
    copies: makeApprovalCopyStore(containers.offers),
    subscriptions: makeSubscriptionStore(containers.subscriptions),
    conversations: makeConversationStore(containers.conversations),
    deliveries: makeDeliveryStore(containers.deliveries),
    health: makeHealthStore(containers.offers),
    ping: () => containers.ping(),
    dispose: () => containers.dispose(),
  };
}
