import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that the bot made of the channel. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  /** The conversation in the path, with its thread. */
  readonly conversationId: string;
  /** The activity in the path: of an update, or of the message replied to. */
  readonly activityId: string | null;
  /** The id that the answer gave. */
  readonly answeredId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What to do with the next requests instead of taking them. */
type Fault = { readonly status: number; readonly code: string } | 'cutAfterTaking' | 'cutBeforeTaking';

export interface FakeConnector {
  /** Give this to the bot as `serviceUrl`. */
  readonly url: string;
  /** Everything taken, in order. */
  readonly taken: readonly Recorded[];
  /** Requests received, taken or not. */
  received(): number;
  failNext(...faults: Fault[]): void;
  /** Resolves with the first taken request that fits, now or later. */
  waitFor(fits: (recorded: Recorded) => boolean): Promise<Recorded>;
  close(): Promise<void>;
}

/** The Bot Connector's side of the protocol, that only records what it is sent. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const taken: Recorded[] = [];
  const faults: Fault[] = [];
  const waiting: { fits: (recorded: Recorded) => boolean; found: (recorded: Recorded) => void }[] = [];
  let received = 0;

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    received += 1;
    const body = await bodyOf(request);
    const fault = faults.shift();
    if (fault === 'cutBeforeTaking') return void request.socket.destroy();
    if (typeof fault === 'object') return answer(response, fault.status, { error: { code: fault.code } });
    const recorded = recordOf(request, body, `activity-${taken.length + 1}`);
    taken.push(recorded);
    for (const waiter of waiting) if (waiter.fits(recorded)) waiter.found(recorded);
    if (fault === 'cutAfterTaking') return void request.socket.destroy();
    return answer(response, 200, { id: recorded.answeredId });
  };

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    received: () => received,
    failNext: (...next) => void faults.push(...next),
    waitFor: (fits) => {
      const known = taken.find(fits);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((found) => waiting.push({ fits, found }));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function recordOf(request: IncomingMessage, body: Record<string, unknown>, newId: string): Recorded {
  const path = decodeURIComponent(request.url ?? '');
  const [, conversationId = '', activityId = null] =
    /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(path) ?? [];
  const method = request.method ?? '';
  const answeredId = method === 'PUT' && activityId !== null ? activityId : newId;
  return { method, path, conversationId, activityId, answeredId, body };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  // restify replaces `writeHead` of all servers in the process by one that returns nothing.
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
