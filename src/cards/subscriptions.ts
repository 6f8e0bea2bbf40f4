import type { Picture } from '../domain/picture.js';
import type { Level, Subscription, Topic } from '../domain/subscription.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { personOf } from './naming.js';
import { outsideText } from './outside-text.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';
import { withinSize } from './within-size.js';
import { whenText } from './when.js';

interface SubscriptionRow {
  readonly topic: string;
  readonly level: string;
  readonly by: string;
}

export interface SubscriptionsData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly rows: readonly SubscriptionRow[];
  readonly footer: string;
}

const expand = cardTemplate('subscriptions');
const mostRows = 25;

/** What a conversation follows, how much of it, and by whose wish. */
export function renderSubscriptions(
  { subscriptions }: Extract<Picture, { kind: 'subscriptions' }>,
  look: Look,
): Card {
  return withinSize(mostRows, (rows) => {
    const data = subscriptionsData(subscriptions, rows, look);
    return { content: expand(data), summary: toast(data.header.headline) };
  });
}

export function subscriptionsData(
  subscriptions: readonly Subscription[],
  most: number,
  look: Look,
): SubscriptionsData {
  const count = subscriptions.length;
  const headline =
    count === 0 ? 'Nothing is followed here' : `${count} ${count === 1 ? 'subscription' : 'subscriptions'}`;
  const header = headerOf('Followed in this conversation', headline, look.simulated);
  const rows = subscriptions.slice(0, most).map((subscription) => rowOf(subscription, look));
  const footer = footerOf(count, count - rows.length);
  const fallbackText = plainTwin([
    ...headerLines(header),
    ...rows.map(({ topic, level, by }) => `${topic}: ${level}. ${by}`),
    footer,
  ]);
  return { fallbackText, header, rows, footer };
}

const levels: Readonly<Record<Level, string>> = {
  all: 'Every event',
  milestones: 'Milestones and what needs action',
  'action-needed': 'Only what needs action',
};

function rowOf({ topic, level, by, at }: Subscription, look: Look): SubscriptionRow {
  return {
    topic: topicWords(topic),
    level: levels[level],
    by: `Asked for by ${personOf(by)}, ${whenText(at, look.timeZone)}`,
  };
}

function topicWords(topic: Topic): string {
  if (topic === 'everything') return 'Every tracked offer';
  const [kind, ...rest] = topic.split(':');
  const id = outsideText(rest.join(':'), 110);
  return kind === 'publisher' ? `Every offer of ${id}` : id;
}

function footerOf(count: number, more: number): string {
  if (count === 0) return 'To follow an offer, type “subscribe” and its name.';
  return `${more > 0 ? `And ${more} more. ` : ''}To stop, type “unsubscribe” and the name.`;
}
