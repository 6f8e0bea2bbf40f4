import { before, makeOutbound, type OutboundRequest } from '../../../src/adapters/outbound.js';
import { ScriptedServer } from './scripted-server.js';

const server = new ScriptedServer();
beforeAll(() => server.start());
beforeEach(() => {
  server.requests.length = 0;
});
afterAll(() => server.stop());

const late = { kind: 'noAnswer', cause: 'late', reason: 'no answer in time' };
const send = (deadline: AbortSignal, request: Partial<OutboundRequest> = {}) =>
  makeOutbound({ service: 'test' }).send({
    method: 'GET',
    url: server.url,
    timeoutMs: 20_000,
    deadline,
    ...request,
  });

describe('a deadline', () => {
  it.each(['GET', 'POST', 'DELETE'] as const)(
    'that is over before a %s lets none be sent',
    async (method) => {
      expect(await send(AbortSignal.abort(), { method })).toStrictEqual(late);
      expect(server.requests).toHaveLength(0);
    },
  );

  it.each(['GET', 'POST'] as const)('ends a %s that gets no answer', async (method) => {
    server.plays('silence');
    const ended = new AbortController();
    const sent = send(ended.signal, { method });
    while (server.requests.length === 0) await new Promise(setImmediate);
    ended.abort();
    expect(await sent).toStrictEqual(late);
    expect(server.requests).toHaveLength(1);
  });

  it('ends the wait before a repetition', async () => {
    server.plays({ status: 429, headers: { 'retry-after': '1' } });
    const ended = new AbortController();
    const sent = send(ended.signal);
    while (server.requests.length === 0) await new Promise(setImmediate);
    ended.abort();
    expect(await sent).toStrictEqual(late);
    expect(server.requests).toHaveLength(1);
  });
});

describe('before a deadline', () => {
  it('what is there is had, and nothing is left to listen', async () => {
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    expect(await before(signal, Promise.resolve('there'))).toBe('there');
    expect(await before(undefined, Promise.resolve('there'))).toBe('there');
    await new Promise(setImmediate);
    expect(removed).toHaveBeenCalledTimes(1);
  });

  it('what is not there is null', async () => {
    const ended = new AbortController();
    const waited = before(ended.signal, new Promise(() => undefined));
    ended.abort();
    expect(await waited).toBeNull();
    expect(await before(ended.signal, Promise.resolve('too late'))).toBeNull();
  });

  it('a failure is one', async () => {
    const { signal } = new AbortController();
    await expect(before(signal, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
