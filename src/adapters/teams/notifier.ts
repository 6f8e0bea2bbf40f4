import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.js';
import type { SendOutcome } from '../../domain/delivery.js';
import type { Notifier } from '../../ports.js';
import { referenceOf } from './conversation.js';
import { pictureActivity, type Looks } from './reply.js';
import { outcomeOfError } from './send-outcome.js';
import { isAllowedServiceUrl } from './service-urls.js';

interface Outside {
  readonly adapter: CloudAdapter;
  /** The bot's application id; empty without a registration. */
  readonly appId: string;
  readonly looks: Looks;
}

export function makeNotifier({ adapter, appId, looks }: Outside): Notifier {
  /** The SDK swallows what happens inside the callback, so the outcome is taken there, and around it too. */
  const speak = async (
    conversation: Conversation,
    thread: string | null,
    say: (context: TurnContext) => Promise<SendOutcome>,
  ): Promise<SendOutcome> => {
    if (!isAllowedServiceUrl(conversation.serviceUrl, appId !== ''))
      return { kind: 'failed', reason: 'the service URL is not allowed' };
    let outcome: SendOutcome = { kind: 'retry', afterSeconds: null, reason: 'nothing was sent' };
    try {
      await adapter.continueConversationAsync(appId, referenceOf(conversation, thread), async (context) => {
        // The SDK makes up an activity to be continued; a post is a reply to the thread's root or to nothing.
        if (thread === null) delete context.activity.id;
        else context.activity.id = thread;
        outcome = await say(context).catch(outcomeOfError);
      });
    } catch (error) {
      return outcomeOfError(error);
    }
    return outcome;
  };
  return {
    post: (conversation, picture, replyTo) =>
      speak(conversation, replyTo, async (context) => {
        const sent = await context.sendActivity(pictureActivity(picture, looks()));
        return { kind: 'sent', activityId: sent?.id || null };
      }),
    update: async (conversation, activityId, picture) => {
      const outcome = await speak(conversation, null, async (context) => {
        await context.updateActivity({ ...pictureActivity(picture, looks()), id: activityId });
        return { kind: 'sent', activityId };
      });
      // A place that does not know the card may still take a new one.
      return outcome.kind === 'gone' && outcome.reason.startsWith('404') ? { kind: 'missing' } : outcome;
    },
  };
}
