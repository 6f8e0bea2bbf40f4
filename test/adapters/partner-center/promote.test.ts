import { contoso } from '../../local/simulator/rig.js';
import { startPartnerCenter, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
let product: string;
let submission: string;
beforeEach(async () => {
  rig = await startPartnerCenter();
  const newest = (await rig.simulator.submissions(contoso)).at(-1);
  product = (await rig.simulator.productPath(contoso)).split('/').at(-1) ?? '';
  submission = newest?.id ?? '';
});
afterEach(() => rig.simulator.end());

const promote = () => rig.source.promote(product, submission);
const substate = async () => (await rig.simulator.submissions(contoso)).at(-1)?.substate;

it('is accepted, by one request, and the submission moves on', async () => {
  expect(await promote()).toStrictEqual({ kind: 'accepted' });
  expect(await rig.asked('POST promote')).toBe(1);
  expect(await substate()).toBe('Publishing');
});

it('is refused where the submission does not wait, in Partner Center’s words', async () => {
  await promote();
  const again = await promote();
  expect(again).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^409 .*promoted/) });
});

it('is refused where there is no such submission', async () => {
  expect(await rig.source.promote(product, '1')).toMatchObject({ kind: 'refused' });
});

it.each([400, 401, 403, 404, 409, 429])('is refused by status %i, for certain', async (status) => {
  await rig.fault('promote', { status, body: 'no' });
  expect(await promote()).toStrictEqual({ kind: 'refused', reason: `${status} no` });
  expect(await rig.asked('POST promote')).toBe(1);
  expect(await substate()).toBe('ReadyToPublish');
});

it('is refused in two hundred characters at most', async () => {
  await rig.fault('promote', { status: 400, body: 'x'.repeat(1_000) });
  const refused = await promote();
  expect(refused.kind === 'refused' && refused.reason).toHaveLength(200);
});

it.each([408, 500, 502, 503, 504])(
  'has an unknown end with status %i, and is not repeated',
  async (status) => {
    await rig.fault('promote', { status });
    expect(await promote()).toStrictEqual({ kind: 'unknown' });
    expect(await rig.asked('POST promote')).toBe(1);
  },
);

it('has an unknown end when the connection is cut before it was done, and is not repeated', async () => {
  await rig.fault('promote', { cut: 'before' });
  expect(await promote()).toStrictEqual({ kind: 'unknown' });
  expect(await rig.asked('POST promote')).toBe(1);
  expect(await substate()).toBe('ReadyToPublish');
});

it('has an unknown end when the connection is cut after it was done, and is not repeated', async () => {
  await rig.fault('promote', { cut: 'after' });
  expect(await promote()).toStrictEqual({ kind: 'unknown' });
  expect(await rig.asked('POST promote')).toBe(1);
  expect(await substate()).toBe('Publishing');
});

it('has an unknown end when it is sent elsewhere, and does not follow', async () => {
  await rig.fault('promote', { status: 307, headers: { location: `${rig.simulator.ready.url}/elsewhere` } });
  expect(await promote()).toStrictEqual({ kind: 'unknown' });
  expect(await rig.asked('POST promote')).toBe(1);
});

it('is taken whatever the answer says, where the status says so', async () => {
  await rig.fault('promote', { status: 202, body: 'not JSON' });
  expect(await promote()).toStrictEqual({ kind: 'accepted' });
});

it('is refused for want of a token, and not asked', async () => {
  await rig.fault('token', { status: 401 });
  expect(await promote()).toMatchObject({ kind: 'refused' });
  expect(await rig.asked('POST promote')).toBe(0);
});
