import { makeOutbound, type Outbound } from '../../../src/adapters/outbound.js';
import { ScriptedServer, type Part } from './scripted-server.js';

const server = new ScriptedServer();
const turns: string[] = [];
let now: number;
let outbound: Outbound;

beforeAll(() => server.start());
beforeEach(() => {
  server.requests.length = 0;
  turns.length = 0;
  now = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  outbound = makeOutbound({
    service: 'test',
    retries: 0,
    onCircuit: (service, open) => turns.push(`${service} ${open ? 'open' : 'closed'}`),
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => server.stop());

const send = (method: 'GET' | 'POST' | 'DELETE' = 'GET', deadline?: AbortSignal) =>
  outbound.send({ method, url: server.url, timeoutMs: 20_000, ...(deadline && { deadline }) });
const open = { kind: 'noAnswer', cause: 'circuitOpen', reason: 'circuit open' };

async function fails(times: number, part: Part = { status: 503 }): Promise<void> {
  server.plays(part);
  for (let time = 0; time < times; time += 1) await send();
}

it.each<[string, Part]>([
  ['503', { status: 503 }],
  ['501', { status: 501 }],
  ['429', { status: 429 }],
  ['408', { status: 408 }],
  ['a cut connection', 'cut'],
])('opens after five times %s in a row, and answers without a request', async (_what, part) => {
  await fails(5, part);
  expect(await send()).toStrictEqual(open);
  expect(server.requests).toHaveLength(5);
  expect(turns).toStrictEqual(['test open']);
});

it('stays closed while a good answer comes between', async () => {
  await fails(4);
  server.plays({ status: 200 });
  await send();
  await fails(4);
  expect(server.requests).toHaveLength(9);
  expect(turns).toStrictEqual([]);
});

it.each([400, 401, 403, 404, 409, 302])('takes %i for no failure', async (status) => {
  await fails(4);
  await fails(1, { status });
  await fails(4);
  expect(server.requests).toHaveLength(9);
});

it('asks once after thirty seconds, and is closed by a good answer', async () => {
  await fails(5);
  now += 29_999;
  expect(await send()).toStrictEqual(open);
  now += 1;
  server.plays({ status: 200 });
  expect(await Promise.all([send(), send()])).toMatchObject([{ status: 200 }, { status: 200 }]);
  expect(await send()).toMatchObject({ status: 200 });
  expect(turns).toStrictEqual(['test open', 'test closed']);
});

it('asks once after thirty seconds, and is opened again by a bad answer', async () => {
  await fails(5);
  now += 30_000;
  const both = await Promise.all([send(), send()]);
  expect(both).toStrictEqual([expect.objectContaining({ status: 503 }), open]);
  expect(server.requests).toHaveLength(6);
  now += 29_999;
  expect(await send()).toStrictEqual(open);
});

it('opens between two repetitions, and the last answer stands', async () => {
  outbound = makeOutbound({
    service: 'test',
    retries: 9,
    backoff: { firstMs: 0, longestMs: 0 },
    breaker: { failures: 2, halfOpenAfterMs: 30_000 },
  });
  server.plays({ status: 502 });
  expect(await send()).toMatchObject({ kind: 'answer', status: 502 });
  expect(server.requests).toHaveLength(2);
});

it('is one for a service, and not another’s', async () => {
  await fails(5);
  outbound = makeOutbound({ service: 'other' });
  server.plays({ status: 200 });
  expect(await send()).toMatchObject({ status: 200 });
});

it.each(['POST', 'DELETE'] as const)('stands in the way of no %s that is sent once', async (method) => {
  await fails(5);
  server.plays({ status: 200 });
  expect(await send(method)).toMatchObject({ status: 200 });
  expect(await send()).toStrictEqual(open);
});

it('does not hear of what is sent once', async () => {
  server.plays({ status: 503 });
  for (let time = 0; time < 9; time += 1) await send('POST');
  expect(server.requests).toHaveLength(9);
  expect(turns).toStrictEqual([]);
});

it('does not hear of what was not sent', async () => {
  await fails(4);
  await send('GET', AbortSignal.abort());
  expect(await send()).toMatchObject({ status: 503 });
});
