import type { Publishing } from '../../../src/ports.js';
import { submissionAt } from '../../support/build.js';
import { contoso, fabrikam } from '../../local/simulator/rig.js';
import { lines, startPartnerCenter, unread, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
beforeEach(async () => {
  rig = await startPartnerCenter();
});
afterEach(() => rig.simulator.end());

const read = (offerKey = contoso, known: Partial<ReturnType<typeof unread>> = {}) =>
  rig.source.read({ ...unread(offerKey), ...known });
const newest = async (offerKey: string) => (await rig.simulator.submissions(offerKey)).at(-1);

describe('the version of a submission', () => {
  it('is that of the package it was made from, and not the draft’s', async () => {
    const branches = await rig.simulator.api(
      `${await rig.simulator.productPath(contoso)}/branches/getByModule(module=Package)`,
    );
    const [draft] = (branches.json() as { value: { currentDraftInstanceID: string }[] }).value;
    const { value: product } = (await read()) as { value: Publishing };
    const ofDraft = await rig.client.packageVersion(product.productId, draft?.currentDraftInstanceID ?? '');
    expect(ofDraft).toStrictEqual({ kind: 'read', value: '3.1.0' });
    expect(product.submissions.map(({ version }) => version)).toStrictEqual(['3.0.1', '2.4.0']);
  });

  it('is looked for in each package that the submission names', async () => {
    await rig.fault('packageConfigurations', { status: 404 });
    expect(lines(await read(fabrikam))).toStrictEqual(['1 1.2.0 validation inProgress']);
    expect(await rig.asked('GET packageConfigurations')).toBe(2);
  });

  it.each([404, 500])(
    'is unknown, and the rest is read, where no package can be read (%i)',
    async (status) => {
      await rig.fault('packageConfigurations', { status, times: 2 });
      expect(lines(await read(fabrikam))).toStrictEqual(['1 null validation inProgress']);
    },
  );

  it('is not asked for again when it is known', async () => {
    const submissionId = (await newest(fabrikam))?.id ?? '';
    const current = submissionAt('validation', 'inProgress', { submissionId, version: '1.2.0' });
    expect(lines(await read(fabrikam, { current }))).toStrictEqual(['1 1.2.0 validation inProgress']);
    expect(await rig.asked('GET packageConfigurations')).toBe(0);
  });
});

describe('a workflow that is not shown', () => {
  it.each([404, 500])('does no harm while the submission is ready (%i)', async (status) => {
    await rig.fault('workflowdetails', { status });
    expect((lines(await read()) as readonly string[])[0]).toBe('2 3.0.1 publisherApproval waiting');
  });

  it.each([
    [404, 'the workflow is not shown'],
    [500, 'status 500'],
  ])('makes the read unavailable while the submission is on its way (%i)', async (status, reason) => {
    await rig.fault('workflowdetails', { status });
    expect(await read(fabrikam)).toStrictEqual({ kind: 'unavailable', reason });
  });

  it('is not asked for of one that is known to be live', async () => {
    const submissionId = (await rig.simulator.submissions(contoso))[0]?.id ?? '';
    const live = submissionAt('contentHub', 'inProgress', {
      submissionId,
      releaseNumber: 1,
      version: '2.4.0',
    });
    await rig.forgetRequests();
    const reading = await read(contoso, { live });
    expect(reading).toMatchObject({ value: { submissions: [{}, { stages: live.stages }] } });
    expect(await rig.asked('GET workflowdetails')).toBe(1);
  });
});

describe('a submission of which little is said', () => {
  it('is read all the same', async () => {
    const live = { id: '1', state: 'Published', substate: 'InStore' };
    const value = [live, { ...live, id: '2', variantResources: [{ variantID: 'plan' }], publishOption: {} }];
    await rig.fault('submissions', { status: 200, body: { value } });
    expect(lines(await read())).toStrictEqual(['0 null contentHub succeeded', '0 null contentHub succeeded']);
  });
});
