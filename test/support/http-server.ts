import { makeServer, type HttpParts } from '../../src/adapters/http/server.js';

export interface Listening {
  readonly address: string;
  /** Posts to a path, and answers with the status and the text. */
  post(
    path: string,
    body: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<{ readonly status: number; readonly text: string }>;
  close(): Promise<void>;
}

/** Our server on a port of its own; what a test leaves out takes every message and is well. */
export async function listen(parts: Partial<HttpParts>): Promise<Listening> {
  const server = makeServer({
    messages: {
      refuse: () => null,
      process: async (_request, response) => void response.send(200, { status: 'heard' }),
    },
    observations: null,
    health: { pingStore: async () => undefined, parts: () => ({}) },
    onError: () => undefined,
    ...parts,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    post: async (path, body, headers = {}) => {
      // As bytes: a text would be given a content type.
      const response = await fetch(address + path, { method: 'POST', headers, body: Buffer.from(body) });
      return { status: response.status, text: await response.text() };
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeAllConnections();
      await closed;
    },
  };
}
