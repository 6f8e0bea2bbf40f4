import { TeamsActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ApprovalCopy } from '../../domain/delivery.js';
import type { Clock, Log } from '../../ports.js';
import type { makeRememberConversation } from '../../use-cases/remember-conversation.js';
import type { makeAct } from './actions/index.js';
import { invokedAction, submittedAction } from './actions/action-data.js';
import type { makeAnswer } from './commands/index.js';
import { parseInbound, type InboundActivity } from './inbound.js';
import { activityOf, apology, invokeBodyOf, text, type Looks, type Reply } from './reply.js';
import { turnOf, type Turn } from './turn.js';

export interface BotParts {
  readonly answer: ReturnType<typeof makeAnswer>;
  readonly act: ReturnType<typeof makeAct>;
  readonly rememberConversation: ReturnType<typeof makeRememberConversation>;
  readonly rememberCopy: (copy: ApprovalCopy) => Promise<void>;
  /** Whether people of this tenant are served; null: the activity names none. */
  readonly serves: (tenantId: string | null) => boolean;
  readonly looks: Looks;
  readonly clock: Clock;
  readonly log: Log;
}

const notServed = 'This bot does not serve your organisation.';

/** From activities to handlers and back: the only place that sends within a turn. */
export class Bot extends TeamsActivityHandler {
  constructor(private readonly parts: BotParts) {
    super();
    this.onMessage(async (context, next) => {
      await this.#hear(context);
      await next();
    });
    this.onInstallationUpdate(async (context, next) => {
      await this.#remember(context);
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      await this.#remember(context);
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name === 'adaptiveCard/action') return this.#press(context);
    const response = await super.onInvokeActivity(context);
    // What the SDK does not know is the sender's mistake, not a fault of the server.
    return response.status >= 500 ? { status: 400 } : response;
  }

  async #hear(context: TurnContext): Promise<void> {
    const heard = this.#turn(context);
    if (heard === null) return;
    const { activity, turn } = heard;
    const pressed = activity.text ? undefined : activity.value;
    const reply = await this.#served(turn, () =>
      pressed ? this.parts.act(submittedAction(pressed), turn) : this.parts.answer(activity.text ?? '', turn),
    );
    const sent = await context.sendActivity(activityOf(reply, this.parts.looks()));
    await this.#rememberCopy(reply, turn, sent?.id);
  }

  async #press(context: TurnContext): Promise<InvokeResponse> {
    const pressed = this.#turn(context);
    if (pressed === null) return { status: 400 };
    const { activity, turn } = pressed;
    const reply = await this.#served(turn, () => this.parts.act(invokedAction(activity.value), turn)).catch(
      (error: unknown) => {
        this.parts.log.error({ error }, 'a card action failed');
        return text(apology);
      },
    );
    await this.#rememberCopy(reply, turn, activity.replyToId);
    return { status: 200, body: invokeBodyOf(reply, this.parts.looks()) };
  }

  /** Nothing is stored of a tenant that is not served. */
  async #served(turn: Turn, handle: () => Promise<Reply>): Promise<Reply> {
    if (!this.parts.serves(turn.conversation.tenantId)) {
      this.parts.log.info({ tenantId: turn.conversation.tenantId }, 'a tenant was refused');
      return text(notServed);
    }
    await this.parts.rememberConversation(turn.conversation);
    return handle();
  }

  async #remember(context: TurnContext): Promise<void> {
    const turn = this.#turn(context)?.turn;
    if (turn && this.parts.serves(turn.conversation.tenantId))
      await this.parts.rememberConversation(turn.conversation);
  }

  async #rememberCopy(reply: Reply, turn: Turn, activityId: string | null | undefined): Promise<void> {
    if (reply.kind !== 'picture' || reply.picture.kind !== 'approval' || !activityId) return;
    const { offerKey, current } = reply.picture.offer;
    if (current === null) return;
    const { conversationId } = turn.conversation;
    await this.parts.rememberCopy({
      offerKey,
      submissionId: current.submissionId,
      conversationId,
      activityId,
    });
  }

  #turn(context: TurnContext): { activity: InboundActivity; turn: Turn } | null {
    const inbound = parseInbound(context.activity);
    if (inbound.kind === 'malformed') return null;
    return { activity: inbound.activity, turn: turnOf(inbound.activity, this.parts.clock.now()) };
  }
}
