import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Stores } from '../../../src/adapters/cosmos/stores.js';
import { newWatch } from '../../../src/domain/watch.js';
import { makePushObservation } from '../../../src/use-cases/push-observation.js';
import { makeRecordObservation } from '../../../src/use-cases/record-observation.js';
import { at, offerAt, t0 } from '../../support/build.js';
import { listen, type Listening } from '../../support/http-server.js';
import { ManualClock } from '../../support/manual-clock.js';
import { lateness } from '../../support/replica.js';
import { openTestStores } from '../../support/stores.js';
import { newWebhookSecret, signatureOf } from '../../support/webhook.js';

const offer = offerAt('preview', 'inProgress', { productId: null });
const { offerKey } = offer;
const [secret, nextSecret] = [newWebhookSecret(), newWebhookSecret()];
const fiveMinutes = 300;
const largest = 64 * 1024;

const observation = {
  publisherId: 'contoso',
  offerId: 'sentinel-solution',
  submissionId: '1152921505697719189',
  stage: 'publisherApproval',
  status: 'waiting',
  observedAt: at(60),
};
const textOf = (overrides: object = {}) => JSON.stringify({ ...observation, ...overrides });
/** An observation of so many bytes. */
const ofSize = (bytes: number) => textOf({ padding: 'x'.repeat(bytes - textOf({ padding: '' }).length) });

let stores: Stores;
let clock: ManualClock;
let server: Listening;
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  clock.forward(60);
  await stores.offers.create(offer);
  await stores.watches.save(null, newWatch(offerKey, t0, t0));
  const announce = (): void => undefined;
  const recordObservation = makeRecordObservation({ ...stores, clock, lateness, announce });
  const push = makePushObservation({ ...stores, recordObservation, wakeRead: null });
  server = await listen({
    observations: { secrets: [secret, nextSecret], push, now: () => clock.now() },
  });
});
afterEach(async () => {
  await server.close();
  stores.dispose();
});

const post = (body: string, headers: Record<string, string> = {}) =>
  server.post('/api/observations', body, { 'content-type': 'application/json', ...headers });
const postSigned = (body: string, headers: Record<string, string> = {}) =>
  post(body, { ...signatureOf(body, secret), ...headers });
const stored = async () => [await stores.offers.load(offerKey), await stores.watches.load(offerKey)];
const pending = async () => (await stores.offers.load(offerKey))?.value.pending;

/** What was stored before, to be the same after a refusal. */
let before: unknown;
beforeEach(async () => {
  before = await stored();
});
const expectNothingStored = async () => expect(await stored()).toStrictEqual(before);

describe('a body that is too large', () => {
  it('is 413, also without a signature, and nothing of it is stored', async () => {
    expect((await post(ofSize(largest + 1))).status).toBe(413);
    expect((await postSigned(ofSize(largest + 1))).status).toBe(413);
    expect((await postSigned(ofSize(10 * largest))).status).toBe(413);
    await expectNothingStored();
  });

  it('begins above 64 KiB: a field of ours that nobody knows does no harm', async () => {
    expect((await postSigned(ofSize(largest))).status).toBe(202);
  });

  it('is found so where its length is not said', async () => {
    const posting = request(`${server.address}/api/observations`, { method: 'POST' });
    for (let sent = 0; sent <= largest; sent += 1_024) posting.write('x'.repeat(1_024));
    posting.end();
    const [answer] = (await once(posting, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(413);
  });
});

describe('a signature', () => {
  const signed = signatureOf(textOf(), secret);

  it.each([
    ['is missing', {}],
    ['lacks its id', { ...signed, 'webhook-id': '' }],
    ['lacks its time', { ...signed, 'webhook-timestamp': '' }],
    ['has a time that is none', { ...signed, 'webhook-timestamp': 'now' }],
    ['lacks itself', { ...signed, 'webhook-signature': '' }],
    ['is of no known version', { ...signed, 'webhook-signature': 'v0,c2lnbmF0dXJl' }],
    ['is cut off', { ...signed, 'webhook-signature': 'v1' }],
    ['is of another body', signatureOf(textOf({ status: 'succeeded' }), secret)],
    ['is of another id', { ...signed, 'webhook-id': 'msg_other' }],
    [
      'is of another time',
      { ...signed, 'webhook-timestamp': signatureOf('', secret, 9)['webhook-timestamp'] },
    ],
    ['is of another secret', signatureOf(textOf(), newWebhookSecret())],
    ['is older than five minutes', signatureOf(textOf(), secret, fiveMinutes + 2)],
    ['is of a time to come', signatureOf(textOf(), secret, -fiveMinutes - 10)],
  ] as [string, Record<string, string>][])('that %s is 401, and nothing is stored', async (_why, headers) => {
    const { status, text } = await post(textOf(), headers);
    expect([status, JSON.parse(text)]).toStrictEqual([
      401,
      { error: 'the signature is missing, wrong or too old' },
    ]);
    await expectNothingStored();
  });

  it.each(['', '{"publisherId":', '[]', 'ünïcode'])(
    'that is missing is 401 whatever the body: %j',
    async (body) => {
      expect((await post(body)).status).toBe(401);
    },
  );

  it('of less than five minutes ago is taken', async () => {
    const headers = signatureOf(textOf(), secret, fiveMinutes - 10);
    expect((await post(textOf(), headers)).status).toBe(202);
  });

  it('of the secret that takes the other one’s place is taken, also beside one that is not ours', async () => {
    expect((await post(textOf(), signatureOf(textOf(), nextSecret))).status).toBe(202);
    const headers = signatureOf(textOf(), secret);
    headers['webhook-signature'] = `v1,c2lnbmF0dXJl ${headers['webhook-signature']}`;
    expect((await post(textOf(), headers)).status).toBe(202);
  });
});

describe('a signed body', () => {
  it.each([
    ['is no JSON', '{"publisherId":'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['has no publisher', textOf({ publisherId: undefined })],
    ['has an empty offer', textOf({ offerId: '' })],
    ['has an offer that is a number', textOf({ offerId: 7 })],
    ['has a submission that is a number', textOf({ submissionId: 1_152 })],
    ['has a submission that is a name', textOf({ submissionId: 'newest' })],
    ['has a stage that is none', textOf({ stage: 'live' })],
    ['has a status that is none', textOf({ status: 'done' })],
    ['has no time', textOf({ observedAt: undefined })],
    ['has a time that is none', textOf({ observedAt: 'today' })],
    ['has a time without a zone', textOf({ observedAt: '2026-11-23T09:01:00' })],
    ['has a day that is none', textOf({ observedAt: '2026-02-30T09:01:00Z' })],
    ['has a version that is a number', textOf({ version: 3 })],
    ['has a detail that is too long', textOf({ detail: 'x'.repeat(2_001) })],
    ['is more than five minutes ahead', textOf({ observedAt: at(60 + fiveMinutes + 1) })],
    ['is so in another zone', textOf({ observedAt: '2026-11-23T08:07:00-01:00' })],
  ])('that %s is 400 and says so without repeating it, and nothing is stored', async (_why, body) => {
    const { status, text } = await postSigned(body);
    expect(status).toBe(400);
    expect(text).toMatch(/^\{"error":"not an observation: [\w. ]+"\}$/);
    await expectNothingStored();
  });

  it('names the field that is wrong', async () => {
    expect((await postSigned(textOf({ stage: 'live' }))).text).toContain('stage is missing or wrong');
    expect((await postSigned('null')).text).toContain('the body is missing or wrong');
  });

  it('about an offer that is not tracked is 404, and nothing is stored', async () => {
    const body = textOf({ offerId: 'unheard-of' });
    expect((await postSigned(body)).status).toBe(404);
    expect(await stores.offers.load('contoso.unheard-of')).toBeNull();
    expect(await stores.watches.load('contoso.unheard-of')).toBeNull();
    await expectNothingStored();
  });
});

describe('an observation', () => {
  it('is 202, and taken', async () => {
    const { status, text } = await postSigned(textOf());
    expect([status, JSON.parse(text)]).toStrictEqual([202, { status: 'taken' }]);
    expect(await pending()).toMatchObject([{ to: { stage: 'publisherApproval' }, at: at(60) }]);
  });

  it('again is 202 and changes nothing: the very same request, and one that was signed anew', async () => {
    const headers = signatureOf(textOf(), secret);
    await post(textOf(), headers);
    const once = await stored();
    expect((await post(textOf(), headers)).status).toBe(202);
    expect((await postSigned(textOf())).status).toBe(202);
    expect(await stored()).toStrictEqual(once);
  });

  it('of up to five minutes ahead is taken: clocks differ', async () => {
    const body = textOf({ observedAt: at(60 + fiveMinutes) });
    expect((await postSigned(body)).status).toBe(202);
    expect(await pending()).toHaveLength(1);
  });

  it('of another zone is kept in UTC, and ids are of any case', async () => {
    const body = textOf({ publisherId: 'Contoso', observedAt: '2026-11-23T10:00:30+01:00' });
    expect((await postSigned(body)).status).toBe(202);
    expect(await pending()).toMatchObject([{ at: at(30) }]);
  });

  it('may say its version and a detail, or say that there is none', async () => {
    expect((await postSigned(textOf({ version: null, detail: null }))).status).toBe(202);
    const next = { status: 'failed', observedAt: at(61), version: '3.0.2', detail: 'ünïcode' };
    expect((await postSigned(textOf(next))).status).toBe(202);
    expect((await stores.offers.load(offerKey))?.value.current).toMatchObject({
      version: '3.0.2',
      detail: 'ünïcode',
    });
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'application/octet-stream',
    '',
  ])('may be of the content type %j', async (type) => {
    const body = textOf();
    const headers = { ...signatureOf(body, secret), ...(type !== '' && { 'content-type': type }) };
    expect((await server.post('/api/observations', body, headers)).status).toBe(202);
    expect(await pending()).toHaveLength(1);
  });

  it('is posted: nothing else is known here', async () => {
    expect((await fetch(`${server.address}/api/observations`)).status).toBe(405);
  });
});

describe('without a secret', () => {
  it('there is no such route', async () => {
    const plain = await listen({ observations: null });
    try {
      const body = textOf();
      expect((await plain.post('/api/observations', body, signatureOf(body, secret))).status).toBe(404);
      expect((await fetch(`${plain.address}/api/observations`)).status).toBe(404);
    } finally {
      await plain.close();
    }
  });
});
