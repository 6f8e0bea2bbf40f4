import { connect } from 'node:net';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { makeObservations } from '../../../src/adapters/http/observations.js';
import { t0 } from '../../support/build.js';
import { listen, type Listening } from '../../support/http-server.js';
import { newWebhookSecret, signatureOf } from '../../support/webhook.js';

const secret = newWebhookSecret();
const json = { 'content-type': 'application/json' };

let server: Listening;
let pushed: unknown[];
let reported: unknown[];
beforeEach(async () => {
  [pushed, reported] = [[], []];
  const push: Parameters<typeof makeObservations>[0]['push'] = async (...fact) => {
    pushed.push(fact);
    return 'taken';
  };
  server = await listen({
    observations: { secrets: [secret], push, now: () => t0 },
    onError: (error) => void reported.push(error),
  });
});
afterEach(() => server.close());

const isAlive = async () => (await fetch(`${server.address}/healthz`)).status === 200;

describe('a packed body', () => {
  const bomb = gzipSync(JSON.stringify({ text: 'x'.repeat(10_000_000) }));

  it.each([
    ['gzip', bomb],
    ['gzip', Buffer.from('not packed at all')],
    ['br', Buffer.from('{}')],
  ])('of a message, said to be %s, is refused unread', async (encoding, body) => {
    const headers = { ...json, 'content-encoding': encoding };
    const { status, text } = await server.post('/api/messages', body, headers);
    expect([status, JSON.parse(text)]).toStrictEqual([415, { error: 'a packed body is not read' }]);
    expect(await isAlive()).toBe(true);
  });

  it('of an observation is not unpacked: signed or not, it is none', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' };
    expect((await server.post('/api/observations', bomb, headers)).status).toBe(401);
    const text = 'not packed at all';
    const signed = { ...headers, ...signatureOf(text, secret) };
    expect((await server.post('/api/observations', text, signed)).status).toBe(400);
    expect(pushed).toStrictEqual([]);
    expect(await isAlive()).toBe(true);
  });
});

describe('a body that never ends', () => {
  it.each(['/api/messages', '/api/observations'])('and breaks off harms nobody: %s', async (path) => {
    const { port } = new URL(server.address);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const head = `POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 1000`;
    await new Promise((sent) => socket.write(`${head}\r\n\r\n{"type":`, sent));
    socket.destroy();
    await once(socket, 'close');
    expect(await isAlive()).toBe(true);
    await server.close();
    expect([pushed, reported]).toStrictEqual([[], []]);
  });
});

describe('an error of ours', () => {
  const secretive = new Error('the key is 12345');
  const fails = async () => Promise.reject(secretive);
  const body = JSON.stringify({
    publisherId: 'contoso',
    offerId: 'sentinel-solution',
    submissionId: '1',
    stage: 'preview',
    status: 'succeeded',
    observedAt: t0,
  });

  it.each([
    ['/api/observations', signatureOf(body, secret)],
    ['/api/messages', json],
  ])('is 500 in words that say nothing of it, and is reported: %s', async (path, headers) => {
    const reported: unknown[] = [];
    const failing = await listen({
      messages: { refuse: () => null, process: fails },
      observations: { secrets: [secret], push: fails, now: () => t0 },
      onError: (error) => void reported.push(error),
    });
    const { status, text } = await failing.post(path, body, headers);
    await failing.close();
    expect([status, JSON.parse(text)]).toStrictEqual([500, { error: 'internal error' }]);
    expect(reported).toStrictEqual([secretive]);
  });

  it('after the answer began leaves the answer as it is', async () => {
    const reported: unknown[] = [];
    const failing = await listen({
      messages: {
        refuse: () => null,
        process: async (_request, response) => {
          response.send(200, { status: 'heard' });
          await fails();
        },
      },
      onError: (error) => void reported.push(error),
    });
    const { status } = await failing.post('/api/messages', '{}', json);
    await failing.close();
    expect(status).toBe(200);
    expect(reported).toStrictEqual([secretive]);
  });
});
