import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Account from '@vercel/cosmosdb-server/lib/account';
import routeOf from '@vercel/cosmosdb-server/lib/routes';
import { accountSeenBy, type Handler } from './partition-view.js';
import { isSignedWith } from './request-signature.js';

const CLOSE_GRACE_MS = 1_000;

type Route = readonly [params: Record<string, string>, handler: Handler];
type Answer = { readonly _etag?: string } | undefined;

/** The emulator's routes over HTTP, for callers who know the key. */
export class HttpFront {
  readonly #server: Server;

  constructor(
    private readonly account: Account,
    private readonly key: Buffer,
  ) {
    this.#server = createServer((request, response) => {
      void this.#serve(request, response);
    });
    // a connection that the server ends while the client takes it up again would fail that request
    this.#server.keepAliveTimeout = 0;
  }

  listen(host: string, port: number): Promise<AddressInfo> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve(this.#server.address() as AddressInfo));
    });
  }

  /** Takes no more requests and resolves when those under way are answered, or cut after a second. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      const impatience = setTimeout(() => this.#server.closeAllConnections(), CLOSE_GRACE_MS);
      this.#server.close(() => {
        clearTimeout(impatience);
        resolve();
      });
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = isSignedWith(this.key, request)
      ? await this.#answer(request, response)
      : failure(response, 401, 'Unauthorized', 'The token was not signed with the key of this account.');
    if (answer?._etag) response.setHeader('etag', answer._etag);
    if (request.headers['a-im'] && response.statusCode === 200) {
      // the emulator's change feed is all documents once, then nothing new
      if (request.headers['if-none-match']) response.statusCode = 304;
      response.setHeader('etag', '1');
    }
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-ms-request-charge', '1');
    if (!this.#server.listening) response.setHeader('connection', 'close');
    response.end(answer && JSON.stringify(answer));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
    try {
      const route = routeOf(request) as unknown as Route | undefined;
      if (!route) return failure(response, 400, 'BadRequest', 'There is no such route.');
      const [params, handler] = route;
      const account = accountSeenBy(handler, this.account, request.headers);
      return (await handler(account, request, response, params)) as Answer;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return failure(response, 500, 'InternalServerError', message);
    }
  }
}

function failure(response: ServerResponse, status: number, code: string, message: string): Answer {
  response.statusCode = status;
  return { code, message } as Answer;
}
