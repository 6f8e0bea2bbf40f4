import { makeOutbound, type OutboundRequest } from '../../../src/adapters/outbound.js';
import { ScriptedServer, type Part } from './scripted-server.js';

const server = new ScriptedServer();
beforeAll(() => server.start());
beforeEach(() => {
  server.requests.length = 0;
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => server.stop());

const send = (request: Partial<OutboundRequest> = {}) =>
  makeOutbound({ service: 'test', backoff: { firstMs: 1, longestMs: 1 } }).send({
    method: 'GET',
    url: `${server.url}/x`,
    timeoutMs: 20_000,
    ...request,
  });

const good = { status: 200, body: 'good' } as const;
const passing: readonly (readonly [string, Part])[] = [
  ...[408, 429, 500, 502, 503, 504].map((status) => [String(status), { status }] as const),
  ['a cut connection', 'cut'],
  ['a cut answer', 'cutInBody'],
];

describe('a GET', () => {
  it.each(passing)('is repeated after %s', async (_what, part) => {
    server.plays(part, part, good);
    expect(await send()).toMatchObject({ status: 200, text: 'good' });
    expect(server.requests).toHaveLength(3);
  });

  it.each(passing)('is repeated twice and no more, and ends with %s', async (_what, part) => {
    server.plays(part);
    expect(await send()).toMatchObject(
      typeof part === 'string' ? { kind: 'noAnswer', cause: 'broken' } : { status: part.status },
    );
    expect(server.requests).toHaveLength(3);
  });

  it.each([200, 204, 301, 307, 400, 401, 403, 404, 405, 409, 410, 501, 505])(
    'is not repeated after %i',
    async (status) => {
      server.plays({ status, headers: { location: `${server.url}/elsewhere` } });
      expect(await send()).toMatchObject({ kind: 'answer', status });
      expect(server.requests).toStrictEqual(['GET /x']);
    },
  );

  it('is not repeated when it took too long', async () => {
    server.plays('silence');
    expect(await send({ timeoutMs: 20 })).toStrictEqual({
      kind: 'noAnswer',
      cause: 'late',
      reason: 'no answer in time',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is not repeated where that is said', async () => {
    server.plays({ status: 503 });
    await send({ repeatable: false });
    expect(server.requests).toHaveLength(1);
  });

  it('finds nobody there, and says so without the address', async () => {
    const gone = new ScriptedServer();
    await gone.start();
    const url = `${gone.url}/?secret=1`;
    await gone.stop();
    const reason = 'no connection (ECONNREFUSED)';
    expect(await send({ url })).toStrictEqual({ kind: 'noAnswer', cause: 'broken', reason });
  });

  it('to no address at all is no answer', async () => {
    expect(await send({ url: 'nowhere' })).toMatchObject({ kind: 'noAnswer', cause: 'broken' });
  });
});

describe.each(['POST', 'DELETE'] as const)('a %s', (method) => {
  it.each(passing)('is sent once, whatever comes of it: %s', async (_what, part) => {
    server.plays(part, good);
    await send({ method });
    expect(server.requests).toStrictEqual([`${method} /x`]);
  });

  it.each(passing)('that may be repeated is repeated after %s', async (_what, part) => {
    server.plays(part, good);
    expect(await send({ method, repeatable: true })).toMatchObject({ status: 200 });
    expect(server.requests).toHaveLength(2);
  });
});

describe('Retry-After', () => {
  /** Lets no wait take any time, and tells how long it would have been. */
  function waits(): readonly (number | undefined)[] {
    const asked: (number | undefined)[] = [];
    const real = globalThis.setTimeout;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) => {
      asked.push(ms);
      return real(run, 0);
    });
    return asked;
  }

  it.each(['0', '7', '10'])('of %s seconds is waited for', async (seconds) => {
    const asked = waits();
    server.plays({ status: 429, headers: { 'retry-after': seconds } }, good);
    expect(await send()).toMatchObject({ status: 200, retryAfterSeconds: null });
    expect(asked).toContain(Number(seconds) * 1_000);
    expect(server.requests).toHaveLength(2);
  });

  it('that is a date is waited for', async () => {
    waits();
    const date = new Date(Date.now() + 5_000).toUTCString();
    server.plays({ status: 503, headers: { 'retry-after': date } }, good);
    expect(await send()).toMatchObject({ status: 200 });
    expect(server.requests).toHaveLength(2);
  });

  it('of more than ten seconds is told at once, and not waited for', async () => {
    server.plays({ status: 429, headers: { 'retry-after': '11' } }, good);
    expect(await send()).toStrictEqual({ kind: 'answer', status: 429, text: '', retryAfterSeconds: 11 });
    expect(server.requests).toHaveLength(1);
  });

  it('is told with the last answer', async () => {
    waits();
    server.plays({ status: 503, headers: { 'retry-after': '2' } });
    expect(await send()).toMatchObject({ status: 503, retryAfterSeconds: 2 });
    expect(server.requests).toHaveLength(3);
  });

  it('is not there: no wait is longer than the longest', async () => {
    const asked = waits();
    server.plays({ status: 503 });
    await makeOutbound({ service: 'test', retries: 6 }).send({
      method: 'GET',
      url: server.url,
      timeoutMs: 20_000,
    });
    // The breaker ends it after five.
    expect(server.requests).toHaveLength(5);
    expect(asked.every((ms) => ms !== undefined && ms <= 4_000)).toBe(true);
  });
});
