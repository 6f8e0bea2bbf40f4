import {
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type ConversationReference,
  type InvokeResponse,
  type Request as BotRequest,
} from 'botbuilder';
import { once } from 'node:events';
import { createServer, plugins, type Request, type RequestHandlerType, type Response } from 'restify';
import { checklistCard, signedCard } from './stub-cards.js';

/** The least bot that does what a card journey needs: echo, a card replaced in place, a post of its own accord. */
export interface StubBot {
  readonly endpoint: string;
  /** The service URL of each activity received. */
  readonly serviceUrls: ReadonlySet<string>;
  /** Posts into the channel the bot was last spoken to in, as a new thread. */
  announce(text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startStubBot(port = 0): Promise<StubBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const serviceUrls = new Set<string>();
  const bot = new Handler(serviceUrls);
  const server = createServer();
  server.use(plugins.jsonBodyParser());
  server.post('/api/messages', receiver(adapter, bot));
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${server.address().port}/api/messages`,
    serviceUrls,
    announce: async (text) => {
      await adapter.continueConversationAsync('', bot.channel(), async (turn) => {
        await turn.sendActivity(text);
      });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
}

/** restify wants a handler of two arguments to be an async function. */
function receiver(adapter: CloudAdapter, bot: ActivityHandler): RequestHandlerType {
  return async (request: Request, response: Response) => {
    await adapter.process(request as BotRequest, response, (turn) => bot.run(turn));
  };
}

class Handler extends ActivityHandler {
  private last: Partial<ConversationReference> | undefined;

  constructor(serviceUrls: Set<string>) {
    super();
    this.onTurn(async (turn, next) => {
      serviceUrls.add(turn.activity.serviceUrl);
      if (turn.activity.conversation.conversationType === 'channel') {
        this.last = TurnContext.getConversationReference(turn.activity);
      }
      await next();
    });
    this.onMessage(async (turn, next) => {
      const text = TurnContext.removeRecipientMention(turn.activity)?.trim() ?? turn.activity.text;
      if (text.includes('status')) {
        await turn.sendActivity({ attachments: [CardFactory.adaptiveCard(checklistCard)] });
      } else await turn.sendActivity(`You said ${text}`);
      await next();
    });
  }

  /** The channel itself: a thread is forgotten by the Playground when it restarts. */
  channel(): Partial<ConversationReference> {
    if (!this.last?.conversation) throw new Error('nobody has spoken in a channel yet');
    const [id = ''] = this.last.conversation.id.split(';');
    return { ...this.last, conversation: { ...this.last.conversation, id } };
  }

  protected override onInvokeActivity(turn: TurnContext): Promise<InvokeResponse> {
    const { action } = turn.activity.value as { action: { data: Record<string, string> } };
    const card = signedCard(
      turn.activity.from.name,
      Object.values(action.data).filter((v) => v === 'true').length,
    );
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
    return Promise.resolve({ status: 200, body });
  }
}
