import { contoso } from '../../local/simulator/rig.js';
import { makePublishingSource } from '../../../src/adapters/partner-center/source.js';
import { lines, startPartnerCenter, unread, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
beforeEach(async () => {
  rig = await startPartnerCenter(undefined, 2);
});
afterEach(() => rig.simulator.end());

const expected = ['2 3.0.1 publisherApproval waiting', '1 2.4.0 contentHub succeeded'];

it.each(['products', 'submissions', 'workflowdetails', 'packageConfigurations', 'token'])(
  'an outage of %s that passes is not noticed',
  async (route) => {
    await rig.fault(route, { status: 503 });
    await rig.fault(route, { cut: 'before' });
    expect(lines(await rig.source.read(unread(contoso)))).toStrictEqual(expected);
  },
);

it('a limit that asks for much patience is told at once', async () => {
  await rig.fault('submissions', { status: 429, headers: { 'retry-after': '300' }, times: 9 });
  const reading = await rig.source.read(unread(contoso));
  expect(reading).toStrictEqual({ kind: 'unavailable', reason: 'status 429, to be asked again in 300 s' });
  expect(await rig.asked('GET submissions')).toBe(1);
});

it('a refusal is told by its code and not by its words', async () => {
  await rig.fault('products', { status: 400, body: 'ICH50400 - Unable to complete request.' });
  const reading = await rig.source.read(unread(contoso));
  expect(reading).toStrictEqual({ kind: 'unavailable', reason: 'status 400 ICH50400' });
});

describe('a read', () => {
  const impatient = () => makePublishingSource(rig.client, { readMs: 20, readinessMs: 20 });

  it.each(['token', 'products', 'submissions'])('ends in its time while %s answers late', async (route) => {
    await rig.fault(route, { delayMs: 600_000, times: 9 });
    expect(await impatient().read(unread(contoso))).toMatchObject({ kind: 'unavailable' });
  });

  it('ends in the time of a person who pressed', async () => {
    await rig.fault('submissions', { delayMs: 600_000, times: 9 });
    expect(await impatient().readiness('product', '1')).toBeNull();
  });
});
