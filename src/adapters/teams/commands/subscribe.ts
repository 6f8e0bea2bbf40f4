import { topicsOf, type Level, type Topic } from '../../../domain/subscription.js';
import { positionOf } from '../../../domain/stage.js';
import type { OfferSighting } from '../../../domain/picture.js';
import { picture, text, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { MakeCommand, Stories } from './command.js';
import { withOffer } from './offer-asked.js';

const levelWords: Readonly<Record<Level, string>> = {
  all: 'every change',
  milestones: 'milestones and whatever needs you',
  'action-needed': 'only what needs you',
};

const publisherPattern = /^([a-z0-9][a-z0-9_-]*)\.\*$/i;

export const makeSubscribeCommand: MakeCommand = (stories) => ({
  pattern: /^subscribe(?: to)? (?!to$)(\S.*?)(?: (all|milestones|action-needed))?$/i,
  usage: 'subscribe <offer>, <publisher>.* or *',
  help: 'tell changes here; add all, milestones or action-needed',
  run: async ([asked = '', typedLevel], turn) => {
    const level = levelOf(typedLevel);
    const topic = broadTopic(asked);
    if (topic !== null) {
      await follow(stories, topic, level, turn);
      const covered = (await stories.listOffers()).some(({ offer }) => topicsOf(offer).includes(topic));
      const yet = covered
        ? ''
        : ' No offer like that is tracked yet: check the name, or ask an admin to track one.';
      return text(
        `${turn.speaker} subscribed this conversation to ${topicWords(topic)}: ${levelWords[level]} will be told here.${yet}`,
      );
    }
    return withOffer(
      stories,
      asked,
      (offerKey) => `subscribe ${offerKey} ${level}`,
      async (sighting) => {
        await follow(stories, `offer:${sighting.offer.offerKey}`, level, turn);
        return presentState(
          sighting,
          `${turn.speaker} subscribed this conversation: ${levelWords[level]} will be told here.`,
        );
      },
    );
  },
});

export const makeUnsubscribeCommand: MakeCommand = (stories) => ({
  pattern: /^unsubscribe(?: from)? (?!from$)(.+)$/i,
  usage: 'unsubscribe <offer>',
  help: 'stop telling its changes here',
  run: async ([asked = ''], turn) => {
    const topic = broadTopic(asked);
    if (topic !== null) return stop(stories, topic, topicWords(topic), turn);
    return withOffer(
      stories,
      asked,
      (offerKey) => `unsubscribe ${offerKey}`,
      ({ offer }) => stop(stories, `offer:${offer.offerKey}`, offer.name, turn),
    );
  },
});

export const makeSubscriptionsCommand: MakeCommand = ({ listSubscriptions }) => ({
  pattern: /^(?:subscriptions|subscribe list)$/i,
  usage: 'subscriptions',
  help: 'what is told here',
  run: async (_words, { conversation }) => {
    const subscriptions = await listSubscriptions(conversation.conversationId);
    return subscriptions.length === 0
      ? text('Nothing is told here yet. Type subscribe and the name of an offer.')
      : picture({ kind: 'subscriptions', subscriptions });
  },
});

function follow({ subscribe }: Stories, topic: Topic, level: Level, { conversation, person, speaker }: Turn) {
  return subscribe(topic, conversation.conversationId, level, {
    objectId: person?.objectId ?? null,
    name: speaker,
  });
}

async function stop({ unsubscribe }: Stories, topic: Topic, what: string, turn: Turn): Promise<Reply> {
  const was = await unsubscribe(topic, turn.conversation.conversationId);
  return text(
    was
      ? `${turn.speaker} unsubscribed this conversation from ${what}.`
      : `This conversation was not subscribed to ${what}. Type subscriptions to see what is told here.`,
  );
}

/** The answer shows the present state; an approval that waits is in it. */
function presentState({ offer, freshness }: OfferSighting, said: string): Reply {
  const position = offer.current && positionOf(offer.current.stages);
  return position?.stage === 'publisherApproval' && position.status === 'waiting' && offer.signOff === null
    ? picture({ kind: 'approval', offer, notice: { kind: 'said', text: said } })
    : picture({ kind: 'status', offer, submissionId: null, said, freshness });
}

function broadTopic(asked: string): Topic | null {
  if (asked === '*') return 'everything';
  const publisher = publisherPattern.exec(asked)?.[1];
  return publisher === undefined ? null : `publisher:${publisher.toLowerCase()}`;
}

function topicWords(topic: Topic): string {
  return topic === 'everything' ? 'every offer' : `every offer of ${topic.replace('publisher:', '')}`;
}

function levelOf(typed: string | undefined): Level {
  const level = typed?.toLowerCase();
  return level === 'milestones' || level === 'action-needed' ? level : 'all';
}
