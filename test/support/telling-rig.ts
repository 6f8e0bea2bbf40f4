import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { SendOutcome } from '../../src/domain/delivery.js';
import type { Offer } from '../../src/domain/offer.js';
import { makeAnnounceEvents } from '../../src/use-cases/announce-events.js';
import { makeDeliver } from '../../src/use-cases/deliver-due.js';
import { makeSendDelivery } from '../../src/use-cases/send-delivery.js';
import { FakeNotifier } from './fake-notifier.js';
import { ManualClock } from './manual-clock.js';
import { conversationAt, following } from './places.js';
import { loaded, somebodySaves } from './presses.js';

/** From what is saved of an offer to the cards in one conversation that follows everything. */
export class TellingRig {
  readonly notifier = new FakeNotifier();
  readonly clock = new ManualClock();

  private constructor(
    readonly stores: Stores,
    readonly offerKey: string,
    readonly conversation: Conversation,
  ) {}

  static async begin(
    stores: Stores,
    offer: Offer,
    conversation: Partial<Conversation> = {},
  ): Promise<TellingRig> {
    const rig = new TellingRig(stores, offer.offerKey, conversationAt(conversation));
    const { conversationId } = rig.conversation;
    await stores.offers.create(offer);
    await stores.conversations.put(rig.conversation);
    await stores.subscriptions.put(following('everything', conversationId));
    return rig;
  }

  /** Saves what became of the offer and announces it; nothing is sent yet. */
  async happens(change: (offer: Offer) => Offer): Promise<Offer> {
    await somebodySaves(this.stores.offers, this.offerKey, change);
    const { value } = await loaded(this.stores.offers, this.offerKey);
    await makeAnnounceEvents({ ...this.stores, clock: this.clock, promote: false })(this.offerKey);
    return value;
  }

  /** One replica sends what is owed here; `ports` may be stores that something happens to. */
  async deliver(ports: Partial<Stores> = {}): Promise<void> {
    const stores = { ...this.stores, ...ports };
    const send = makeSendDelivery({ ...stores, notifier: this.notifier });
    await makeDeliver({ ...stores, clock: this.clock, send })(
      this.conversation.conversationId,
      this.offerKey,
    );
  }

  /** Saves, announces and delivers. */
  async tells(change: (offer: Offer) => Offer): Promise<Offer> {
    const offer = await this.happens(change);
    await this.deliver();
    return offer;
  }

  /** The next sends end so. */
  next(...outcomes: readonly SendOutcome[]): void {
    this.notifier.outcomes.push(...outcomes);
  }

  get told(): readonly string[] {
    return this.notifier.toldIn(this.conversation.conversationId);
  }

  livingCard(submissionId: string) {
    return this.stores.conversations.livingCard(this.conversation.conversationId, submissionId);
  }

  head() {
    return this.stores.deliveries.head(this.conversation.conversationId, this.offerKey);
  }
}
