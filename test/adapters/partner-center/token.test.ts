import { makeTokenSource } from '../../../src/adapters/partner-center/token.js';
import { quick, startPartnerCenter, type PartnerCenterRig } from './rig.js';

const partnerCenter = 'https://api.partner.microsoft.com';
const azure = 'https://management.azure.com';

let rig: PartnerCenterRig;
beforeEach(async () => {
  rig = await startPartnerCenter();
});
afterEach(() => rig.simulator.end());

const token = (resource = partnerCenter) => rig.tokens(resource);
const requests = () => rig.asked('POST token');

it('opens the API that it was asked for', async () => {
  const authorization = `Bearer ${await token()}`;
  const path = await rig.simulator.productPath(rig.simulator.ready.offers[0] ?? '');
  expect((await rig.simulator.fetch(path, { headers: { authorization } })).status).toBe(200);
  const other = `Bearer ${await token(azure)}`;
  expect((await rig.simulator.fetch(path, { headers: { authorization: other } })).status).toBe(401);
});

it('is kept, one for each resource', async () => {
  const first = await token();
  expect(await token()).toBe(first);
  expect(await token(azure)).not.toBe(first);
  expect(await token(azure)).not.toBeNull();
  expect(await requests()).toBe(2);
});

it('is renewed five minutes before its end, and no sooner', async () => {
  const first = await token();
  rig.simulator.forward(3_599 - 301);
  expect(await token()).toBe(first);
  rig.simulator.forward(1);
  expect(await token()).not.toBe(first);
  expect(await requests()).toBe(2);
});

it('is asked for once by callers that come together, the first time and when it is renewed', async () => {
  const firsts = await Promise.all([token(), token(), token()]);
  expect(new Set(firsts).size).toBe(1);
  rig.simulator.forward(3_599);
  const seconds = await Promise.all([token(), token(), token()]);
  expect(new Set(seconds).size).toBe(1);
  expect(seconds[0]).not.toBe(firsts[0]);
  expect(await requests()).toBe(2);
});

it.each([
  ['a refusal', { status: 401 }],
  ['an outage', { status: 503 }],
  ['an answer of another shape', { status: 200, body: { access_token: 7 } }],
  ['a text', { status: 200, body: 'no' }],
  ['a cut connection', { cut: 'before' }],
])('is none after %s, and is asked for again by the next caller only', async (_what, fault) => {
  await rig.fault('token', fault);
  expect(await token()).toBeNull();
  expect(await requests()).toBe(1);
  expect(await token()).not.toBeNull();
  expect(await requests()).toBe(2);
});

it('is none with the wrong secret', async () => {
  const { url: authorityUrl, tenantId, clientId } = rig.simulator.ready;
  const credentials = { authorityUrl, tenantId, clientId, clientSecret: 'wrong' };
  const tokens = makeTokenSource(credentials, () => rig.simulator.now, quick('entra'));
  expect(await tokens(partnerCenter)).toBeNull();
});

it('may name its lifetime as a text', async () => {
  await rig.fault('token', { status: 200, body: { access_token: 'kept', expires_in: '3599' } });
  expect([await token(), await token()]).toStrictEqual(['kept', 'kept']);
});

it('that ends within five minutes is used once', async () => {
  await rig.fault('token', { status: 200, body: { access_token: 'short', expires_in: 300 } });
  expect(await token()).toBe('short');
  expect(await token()).not.toBe('short');
});

it('is used to its end while no new one can be had', async () => {
  const first = await token();
  rig.simulator.forward(3_599 - 60);
  await rig.fault('token', { status: 503 });
  expect(await token()).toBe(first);
  expect(await token()).not.toBe(first);
  rig.simulator.forward(3_599);
  await rig.fault('token', { status: 503 });
  expect(await token()).toBeNull();
});

it('is asked for again when it passes', async () => {
  const again = await startPartnerCenter(undefined, 2);
  await again.fault('token', { status: 503 });
  await again.fault('token', { cut: 'before' });
  expect(await again.tokens(partnerCenter)).not.toBeNull();
  expect(await again.asked('POST token')).toBe(3);
  await again.simulator.end();
});

describe('that is forgotten', () => {
  it('is not given again', async () => {
    const first = (await token()) ?? '';
    rig.simulator.forward(1);
    rig.tokens.forget(partnerCenter, first);
    expect(await token()).not.toBe(first);
    expect(await requests()).toBe(2);
  });

  it('does not take a newer one along', async () => {
    const first = (await token()) ?? '';
    rig.simulator.forward(1);
    rig.tokens.forget(partnerCenter, first);
    const second = await token();
    rig.tokens.forget(partnerCenter, first);
    rig.tokens.forget(azure, first);
    expect(await token()).toBe(second);
    expect(await requests()).toBe(2);
  });
});

describe('that the API does not take', () => {
  const read = () => rig.client.submissions('product');

  it('is not used again', async () => {
    await rig.fault('submissions', { status: 401 });
    expect(await read()).toStrictEqual({ kind: 'unavailable', reason: 'status 401' });
    expect(await requests()).toBe(1);
    await read();
    await read();
    expect(await requests()).toBe(2);
  });

  it.each([403, 404, 500])('is kept after %i', async (status) => {
    await rig.fault('submissions', { status });
    await read();
    await read();
    expect(await requests()).toBe(1);
  });

  it('is not used again after going live or cancelling was refused for it', async () => {
    await rig.fault('promote', { status: 401 });
    await rig.client.promote('product', '1');
    await rig.fault('cancelSubmission', { status: 401 });
    await rig.client.cancel('product', '1');
    await read();
    expect(await requests()).toBe(3);
  });
});
