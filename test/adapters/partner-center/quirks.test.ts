import { stages } from '../../../src/domain/stage.js';
import { contoso, fabrikam, northwind } from '../../local/simulator/rig.js';
import { knownFrom, lines, startPartnerCenter, unread, type PartnerCenterRig } from './rig.js';

let rig: PartnerCenterRig;
beforeEach(async () => {
  rig = await startPartnerCenter();
});
afterEach(() => rig.simulator.end());

const read = (offerKey = contoso, known: Partial<ReturnType<typeof unread>> = {}) =>
  rig.source.read({ ...unread(offerKey), ...known });
const list = (value: readonly object[], links: object = {}) => ({ status: 200, body: { value, ...links } });
const step = (name: string, state: string, times: object = {}) => ({ name, state, ...times });
const onItsWay = { id: '9007199254740993', state: 'InProgress', substate: 'Submitted', releaseNumber: 1 };
const live = { ...onItsWay, state: 'Published', substate: 'InStore' };
const more = 'v1.0/ingestion/products/x/submissions?$skipToken=more';

async function stagesOf(workflowSteps: readonly object[], submission: object = onItsWay) {
  await rig.fault('submissions', list([submission]));
  await rig.fault('workflowdetails', list([{ workflowSteps }]));
  const reading = await read();
  return reading.kind === 'read' ? reading.value.submissions[0]?.stages : undefined;
}

it('reads pages', async () => {
  expect(lines(await read())).toStrictEqual([
    '2 3.0.1 publisherApproval waiting',
    '1 2.4.0 contentHub succeeded',
  ]);
  expect(await rig.asked('GET submissions')).toBe(2);
});

it('reads ids above 2^53', async () => {
  await rig.fault('submissions', list([live, { ...live, id: '9007199254740992' }]));
  const reading = await read();
  expect(reading).toMatchObject({
    value: { submissions: [{ submissionId: '9007199254740993' }, { submissionId: '9007199254740992' }] },
  });
});

it('reads instants that miss their Z', async () => {
  const times = {
    startDateTimeInUtc: '2022-08-04T10:37:37.4038218',
    completeDateTimeInUtc: '2022-08-04T10:51:26',
  };
  expect((await stagesOf([step('Automated validation', 'Success', times)]))?.[0]).toStrictEqual({
    stage: 'validation',
    status: 'succeeded',
    startedAt: '2022-08-04T10:37:37.403Z',
    endedAt: '2022-08-04T10:51:26.000Z',
  });
});

it('reads 1601 as never', async () => {
  const never = { startDateTimeInUtc: '1601-01-01T00:00:00Z', completeDateTimeInUtc: '0001-01-01T00:00:00' };
  const read = await stagesOf([step('Publish', 'Success', never)], {
    ...live,
    publishedTimeInUtc: '1601-01-01T00:00:00Z',
  });
  expect(read?.[4]).toStrictEqual({
    stage: 'publishing',
    status: 'succeeded',
    startedAt: null,
    endedAt: null,
  });
});

it('reads on past unknown steps', async () => {
  const read = await stagesOf([
    step('Package attestation', 'Failed'),
    step('Automated validation', 'Success'),
    step('Preview creation', 'InProgress'),
  ]);
  expect(read?.map(({ stage }) => stage)).toStrictEqual(stages.slice(0, 5));
  expect(read?.map(({ status }) => status).slice(0, 2)).toStrictEqual(['succeeded', 'inProgress']);
});

it('reads unknown states as under way', async () => {
  expect((await stagesOf([step('Automated validation', 'Queued')]))?.[0]?.status).toBe('inProgress');
  const strange = { ...onItsWay, state: 'Paused', substate: 'AwaitingReview' };
  expect((await stagesOf([step('Automated validation', 'Success')], strange))?.[0]?.status).toBe('succeeded');
});

it('reads an empty list as no submissions', async () => {
  await rig.fault('submissions', list([]));
  expect(await read()).toMatchObject({ kind: 'read', value: { submissions: [], obstacles: null } });
});

it('reads an empty list of products as not found', async () => {
  await rig.fault('products', list([]));
  expect(await read()).toStrictEqual({ kind: 'notFound' });
});

it('reads a product that answers 404 as not found', async () => {
  await rig.fault('submissions', { status: 404 });
  expect(await read(contoso, { productId: 'gone' })).toStrictEqual({ kind: 'notFound' });
});

it('reads to the end where a nextLink answers 404', async () => {
  await rig.fault('submissions', list([live], { nextLink: more }));
  await rig.fault('submissions', { status: 404 });
  expect(lines(await read())).toStrictEqual(['1 null contentHub succeeded']);
});

it('reads on where the workflow answers 404 in preview', async () => {
  await rig.fault('workflowdetails', { status: 404 });
  expect(lines(await read())).toStrictEqual([
    '2 3.0.1 publisherApproval waiting',
    '1 2.4.0 contentHub succeeded',
  ]);
});

it('takes a workflow that answers 404 before the preview for an outage, and not for the end of the offer', async () => {
  await rig.fault('workflowdetails', { status: 404 });
  expect(await read(fabrikam)).toStrictEqual({ kind: 'unavailable', reason: 'the workflow is not shown' });
});

describe('an empty workflow', () => {
  it('is that of a submission before its time', async () => {
    expect((await stagesOf([]))?.map(({ status }) => status)).toStrictEqual([
      'inProgress',
      ...Array.from({ length: 4 }, () => 'notStarted'),
    ]);
  });

  it('does not lead back from what is known', async () => {
    await rig.simulator.control('advance', { offerId: fabrikam, to: 'preview' });
    const known = knownFrom(await read(fabrikam));
    await rig.fault('workflowdetails', list([]));
    expect(await read(fabrikam, known)).toMatchObject({ kind: 'unavailable' });
    expect(lines(await read(fabrikam, known))).toStrictEqual(['1 1.2.0 preview inProgress']);
  });

  it('does not hide a failure in certification', async () => {
    const failed = { ...onItsWay, state: 'Published', substate: 'FailedInCertification' };
    expect((await stagesOf([], failed))?.map(({ status }) => status)).toStrictEqual([
      'succeeded',
      'succeeded',
      'succeeded',
      'failed',
      'notStarted',
    ]);
  });
});

it('reads the same newest one from read to read while release numbers come and go', async () => {
  const nameless = { id: live.id, state: 'Published', substate: 'InStore' };
  const older = { ...live, id: '9007199254740991', releaseNumber: 25 };
  await rig.fault('submissions', list([older, { ...live, releaseNumber: 26 }]));
  const first = await read();
  await rig.fault('submissions', list([nameless, older]));
  const second = await read(contoso, knownFrom(first));
  await rig.fault('submissions', list([older, nameless]));
  const third = await read();
  expect([first, second].map(lines)).toStrictEqual([
    ['26 null contentHub succeeded', '25 null contentHub succeeded'],
    ['26 null contentHub succeeded', '25 null contentHub succeeded'],
  ]);
  expect(third).toMatchObject({ value: { submissions: [{ submissionId: live.id, releaseNumber: 25 }, {}] } });
});

it('keeps what is known of going live by itself where it is left out', async () => {
  await rig.simulator.control('resubmit', { offerId: northwind, autoPromote: true });
  const known = knownFrom(await read(northwind));
  await rig.fault('submissions', list([{ ...onItsWay, id: known.current?.submissionId, releaseNumber: 3 }]));
  expect(await read(northwind, known)).toMatchObject({ value: { submissions: [{ autoPromote: true }] } });
});
