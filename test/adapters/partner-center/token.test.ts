import { makeTokenSource } from '../../../src/adapters/partner-center/token.js';
import { startPartnerCenter, type PartnerCenterRig } from './rig.js';

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
  expect(await makeTokenSource(credentials, () => rig.simulator.now)(partnerCenter)).toBeNull();
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
