import type { Conversation, LivingCard } from '../domain/conversation.js';
import type { Delivery, EventDelivery, SendOutcome } from '../domain/delivery.js';
import { asksForApproval } from '../domain/event.js';
import type { Offer } from '../domain/offer.js';
import { approvalPicture, type Picture } from '../domain/picture.js';
import type { Notifier } from '../ports.js';
import type { ApprovalCopyStore, ConversationStore, OfferStore } from '../store-ports.js';

interface Ports {
  readonly offers: OfferStore;
  readonly conversations: ConversationStore;
  readonly copies: ApprovalCopyStore;
  readonly notifier: Notifier;
}

/** Carries one delivery to its conversation: the submission's living card and a short card, or a repaint. */
export function makeSendDelivery(ports: Ports) {
  const { offers, conversations, notifier } = ports;
  const post = makePost(ports);
  const repaint = makeRepaint(ports);
  return async function sendDelivery(delivery: Delivery): Promise<SendOutcome> {
    const conversation = await conversations.load(delivery.conversationId);
    if (conversation === null) return placeUnknown;
    if (delivery.kind === 'notice')
      return notifier.post(conversation, { kind: 'sourceNotice', notice: delivery.notice }, null);
    const stored = await offers.load(delivery.offerKey);
    if (stored === null) return placeUnknown;
    return delivery.activityId === null
      ? post(conversation, stored.value, delivery)
      : repaint(conversation, stored.value, delivery, delivery.activityId);
  };
}

const placeUnknown: SendOutcome = { kind: 'failed', reason: 'nothing is known of the place' };

function makeRepaint({ conversations, notifier }: Ports) {
  return async function repaint(
    conversation: Conversation,
    offer: Offer,
    { submissionId, event }: EventDelivery,
    activityId: string,
  ): Promise<SendOutcome> {
    const living = await conversations.livingCard(conversation.conversationId, submissionId);
    // The living card was posted as the approval card: its own update already showed the decision.
    if (living?.activityId === activityId && living.seq >= event.seq) return { kind: 'sent', activityId };
    return notifier.update(conversation, activityId, approvalPicture(offer, submissionId, null));
  };
}

function makePost({ conversations, copies, notifier }: Ports) {
  const remember = async (conversation: Conversation, card: LivingCard): Promise<void> =>
    conversations.putLivingCard(conversation.conversationId, card);

  const postCard = async (
    conversation: Conversation,
    delivery: EventDelivery,
    picture: Picture,
    replyTo: string | null,
  ): Promise<SendOutcome> => {
    const outcome = await notifier.post(conversation, picture, replyTo);
    if (outcome.kind === 'sent' && outcome.activityId !== null && asksForApproval(delivery.event)) {
      const { offerKey, submissionId, conversationId } = delivery;
      await copies.add({ offerKey, submissionId, conversationId, activityId: outcome.activityId });
    }
    return outcome;
  };

  const postRoot = async (
    conversation: Conversation,
    offer: Offer,
    delivery: EventDelivery,
  ): Promise<SendOutcome> => {
    const { submissionId, event } = delivery;
    const picture = asksForApproval(event)
      ? approvalPicture(offer, submissionId, null)
      : livingPicture(offer, submissionId);
    const outcome = await postCard(conversation, delivery, picture, null);
    if (outcome.kind === 'sent')
      await remember(conversation, {
        submissionId,
        activityId: outcome.activityId,
        seq: event.seq,
        postedSeq: event.seq,
      });
    return outcome;
  };

  const updateRoot = async (
    conversation: Conversation,
    offer: Offer,
    living: LivingCard,
    { submissionId, event }: EventDelivery,
  ): Promise<SendOutcome> => {
    if (living.activityId === null || living.seq >= event.seq) return { kind: 'sent', activityId: null };
    const outcome = await notifier.update(
      conversation,
      living.activityId,
      livingPicture(offer, submissionId),
    );
    if (outcome.kind === 'sent') await remember(conversation, { ...living, seq: event.seq });
    return outcome;
  };

  return async function post(
    conversation: Conversation,
    offer: Offer,
    delivery: EventDelivery,
  ): Promise<SendOutcome> {
    const { submissionId, event } = delivery;
    const living = await conversations.livingCard(conversation.conversationId, submissionId);
    if (living === null) return postRoot(conversation, offer, delivery);
    if (living.postedSeq >= event.seq) return { kind: 'sent', activityId: null };
    const updated = await updateRoot(conversation, offer, living, delivery);
    // Somebody deleted the root card: a new one takes its place and tells the event.
    if (updated.kind === 'missing') return postRoot(conversation, offer, delivery);
    if (updated.kind !== 'sent') return updated;
    const picture: Picture = asksForApproval(event)
      ? approvalPicture(offer, submissionId, null)
      : { kind: 'transition', offer, event };
    const replyTo = conversation.kind === 'channel' ? living.activityId : null;
    const outcome = await postCard(conversation, delivery, picture, replyTo);
    if (outcome.kind === 'sent')
      await remember(conversation, { ...living, seq: event.seq, postedSeq: event.seq });
    return outcome;
  };
}

function livingPicture(offer: Offer, submissionId: string): Picture {
  return {
    kind: 'status',
    offer,
    submissionId,
    said: null,
    freshness: { checkedAt: offer.observedAt, stale: false },
  };
}
