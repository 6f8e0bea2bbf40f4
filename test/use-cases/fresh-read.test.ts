import { makeFreshRead } from '../../src/use-cases/fresh-read.js';
import { offerAt, submissionAt } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';

const offerOf = (submissionId: string) =>
  offerAt('publisherApproval', 'waiting', {
    current: submissionAt('publisherApproval', 'waiting', { submissionId }),
  });

let partnerCenter: FakePublishing;
let clock: ManualClock;
let freshRead: ReturnType<typeof makeFreshRead>;
beforeEach(() => {
  partnerCenter = new FakePublishing();
  partnerCenter.fresh = { newestSubmissionId: '1', ready: true };
  clock = new ManualClock();
  freshRead = makeFreshRead({ source: partnerCenter, clock });
});

it('says what Partner Center says, verified', async () => {
  expect(await freshRead(offerOf('1'))).toStrictEqual({
    newestSubmissionId: '1',
    ready: true,
    verified: true,
  });
});

it('asks about the current submission of the product', async () => {
  await freshRead({ ...offerOf('2'), live: submissionAt('contentHub', 'inProgress', { submissionId: '1' }) });
  expect(partnerCenter.readinessReads).toStrictEqual(['2']);
});

it.each([
  ['the product is not known', { ...offerOf('1'), productId: null }],
  ['there is no submission', { ...offerOf('1'), current: null }],
])('asks nobody while %s', async (_while, offer) => {
  expect(await freshRead(offer)).toBeNull();
  expect(partnerCenter.readinessReads).toStrictEqual([]);
});

it('is shared by presses that come together', async () => {
  await Promise.all([freshRead(offerOf('1')), freshRead(offerOf('1')), freshRead(offerOf('1'))]);
  expect(partnerCenter.readinessReads).toStrictEqual(['1']);
});

it('is shared by presses within five seconds, and no later', async () => {
  await freshRead(offerOf('1'));
  clock.forward(5);
  partnerCenter.fresh = { newestSubmissionId: '2', ready: false };
  expect(await freshRead(offerOf('1'))).toMatchObject({ newestSubmissionId: '1' });
  clock.forward(0.001);
  expect(await freshRead(offerOf('1'))).toMatchObject({ newestSubmissionId: '2' });
  expect(partnerCenter.readinessReads).toHaveLength(2);
});

it('is not shared by different submissions', async () => {
  await freshRead(offerOf('1'));
  await freshRead(offerOf('2'));
  expect(partnerCenter.readinessReads).toStrictEqual(['1', '2']);
});

it('is not kept when it failed: the next press asks again', async () => {
  partnerCenter.breaks();
  expect(await freshRead(offerOf('1'))).toBeNull();
  partnerCenter.fresh = { newestSubmissionId: '1', ready: true };
  expect(await freshRead(offerOf('1'))).not.toBeNull();
});
