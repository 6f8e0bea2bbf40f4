import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { apiError, type Answer } from './call.js';
import type { Incoming } from './dispatch.js';
import type { Reaction } from './faults/faults.js';

type React = (incoming: Incoming) => Promise<Reaction>;

interface Listening {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on loopback only; port 0 takes a free one. @throws Error when the port is taken. */
export async function listen(port: number, react: React): Promise<Listening> {
  const server = createServer((request, response) => {
    void serve(request, response, react);
  });
  await listening(server, port);
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, close };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, react: React): Promise<void> {
  let reaction: Reaction;
  try {
    reaction = await react(await read(request));
  } catch (error) {
    const answer =
      error instanceof URIError ? apiError(400, 'Bad request') : apiError(500, 'The simulator failed.');
    reaction = { answer, delayMs: 0 };
  }
  // Not referenced: an answer that is still held back does not keep the process alive.
  if (reaction.delayMs > 0) await wait(reaction.delayMs, undefined, { ref: false });
  if (reaction.answer === 'cut') request.socket.destroy();
  else send(response, reaction.answer);
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  const url = new URL(request.url ?? '/', origin);
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replaceAll(/\/{2,}/gu, '/'),
    query: url.searchParams,
    origin,
    authorization: request.headers.authorization,
    body: await text(request),
  };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    ...(body !== undefined && {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    }),
    'request-id': randomUUID(),
    ...headers,
  });
  response.end(isText || body === undefined ? body : JSON.stringify(body));
}
