import { contoso } from '../../local/simulator/rig.js';
import { startPartnerCenter, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
let product: string;
let before: string;
let waiting: string;
beforeEach(async () => {
  rig = await startPartnerCenter();
  product = (await rig.simulator.productPath(contoso)).split('/').at(-1) ?? '';
  [before = '', waiting = ''] = (await rig.simulator.submissions(contoso)).map(({ id }) => id);
});
afterEach(() => rig.simulator.end());

const readiness = (submissionId = waiting) => rig.source.readiness(product, submissionId);

it('is there while the submission waits for the approval', async () => {
  const expected = { newestSubmissionId: waiting, ready: true };
  // Twice: the list comes in either order.
  expect([await readiness(), await readiness()]).toStrictEqual([expected, expected]);
});

it('is read in one listing, and nothing else', async () => {
  await rig.tokens(rig.simulator.ready.url);
  await rig.forgetRequests();
  await readiness();
  const { routes } = (await rig.simulator.control('requests')).json();
  expect(routes).toStrictEqual({ 'GET submissions': 2 });
});

it('is over once it went live in Partner Center', async () => {
  await rig.source.promote(product, waiting);
  expect(await readiness()).toStrictEqual({ newestSubmissionId: waiting, ready: false });
});

it('is that of the asked submission, and names the one that took its place', async () => {
  await rig.simulator.control('resubmit', { offerId: contoso });
  const newest = (await rig.simulator.submissions(contoso)).at(-1)?.id;
  expect(newest).not.toBe(waiting);
  expect(await readiness()).toMatchObject({ newestSubmissionId: newest });
});

it('is not there for one that is live, or that Partner Center does not list', async () => {
  expect(await readiness(before)).toStrictEqual({ newestSubmissionId: waiting, ready: false });
  expect(await readiness('1')).toStrictEqual({ newestSubmissionId: waiting, ready: false });
});

it.each([
  ['an outage', { status: 503 }],
  ['a refusal', { status: 401 }],
  ['a limit', { status: 429 }],
  ['a missing product', { status: 404 }],
  ['a cut connection', { cut: 'after' }],
  ['an empty list', { status: 200, body: { value: [] } }],
  ['another shape', { status: 200, body: {} }],
])('cannot be said after %s', async (_what, fault) => {
  await rig.fault('submissions', fault);
  expect(await readiness()).toBeNull();
});

it('cannot be said without a token', async () => {
  rig.simulator.forward(3_600);
  await rig.fault('token', { status: 503 });
  expect(await readiness()).toBeNull();
});
