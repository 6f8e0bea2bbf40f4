import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request: an answer, a broken connection, or nothing for ever. */
export type Part =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'cut'
  | 'cutInBody'
  | 'silence';

/** A server that answers by a script, one part for each request; the last one goes on. */
export class ScriptedServer {
  readonly requests: string[] = [];
  private script: readonly Part[] = [{ status: 200, body: 'ok' }];
  private readonly server = createServer((request, response) => this.answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  plays(...script: readonly Part[]): void {
    this.script = script;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(`${request.method} ${request.url}`);
    const [part, ...rest] = this.script;
    if (rest.length > 0) this.script = rest;
    if (part === undefined || part === 'silence') return;
    if (part === 'cut') {
      request.socket.destroy();
      return;
    }
    if (part === 'cutInBody') {
      response.setHeader('content-length', '1000');
      response.write('begun', () => request.socket.destroy());
      return;
    }
    response.statusCode = part.status;
    for (const [name, value] of Object.entries(part.headers ?? {})) response.setHeader(name, value);
    response.end(part.body ?? '');
  }
}
