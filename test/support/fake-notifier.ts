import type { Conversation } from '../../src/domain/conversation.js';
import type { SendOutcome } from '../../src/domain/delivery.js';
import type { Picture } from '../../src/domain/picture.js';
import type { Notifier } from '../../src/ports.js';

/** One card that reached a conversation. */
export interface Shown {
  readonly how: 'post' | 'update';
  readonly conversationId: string;
  readonly picture: Picture;
  /** The activity that was made or updated. */
  readonly activityId: string | null;
  readonly replyTo: string | null;
}

/** A channel that takes every card, unless the test gave other outcomes for the next sends. */
export class FakeNotifier implements Notifier {
  /** What was taken, in order. */
  readonly shown: Shown[] = [];
  /** Outcomes of the next sends, each used once. */
  readonly outcomes: SendOutcome[] = [];
  /** Happens between a send's arrival and its answer. */
  meanwhile: () => Promise<unknown> = async () => null;

  post(conversation: Conversation, picture: Picture, replyTo: string | null): Promise<SendOutcome> {
    return this.take('post', conversation, picture, `activity-${this.shown.length + 1}`, replyTo);
  }

  update(conversation: Conversation, activityId: string, picture: Picture): Promise<SendOutcome> {
    return this.take('update', conversation, picture, activityId, null);
  }

  /** How the cards of a conversation came, such as `post status` or `update approval`. */
  toldIn(conversationId: string): readonly string[] {
    const here = this.shown.filter((each) => each.conversationId === conversationId);
    return here.map(({ how, picture }) => `${how} ${picture.kind}`);
  }

  private async take(
    how: Shown['how'],
    { conversationId }: Conversation,
    picture: Picture,
    id: string,
    replyTo: string | null,
  ): Promise<SendOutcome> {
    await this.meanwhile();
    const outcome = this.outcomes.shift() ?? { kind: 'sent', activityId: id };
    if (outcome.kind === 'sent')
      this.shown.push({ how, conversationId, picture, activityId: outcome.activityId, replyTo });
    return outcome;
  }
}
