import { makeFreshRead } from '../../src/use-cases/fresh-read.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';

let partnerCenter: FakePublishing;
let clock: ManualClock;
let freshRead: ReturnType<typeof makeFreshRead>;
beforeEach(() => {
  partnerCenter = new FakePublishing();
  partnerCenter.fresh = { newestSubmissionId: '1', ready: true };
  clock = new ManualClock();
  const catalog = { versionOf: async () => null };
  const source = makeStatusSource({
    publishing: partnerCenter,
    marketplace: catalog,
    contentHub: catalog,
    clock,
  });
  freshRead = makeFreshRead({ source, clock });
});

it('says what Partner Center says', async () => {
  expect(await freshRead('product', '1')).toStrictEqual({ newestSubmissionId: '1', ready: true });
});

it('is shared by presses that come together', async () => {
  await Promise.all([freshRead('product', '1'), freshRead('product', '1'), freshRead('product', '1')]);
  expect(partnerCenter.readinessReads).toStrictEqual(['1']);
});

it('is shared by presses within five seconds, and no later', async () => {
  await freshRead('product', '1');
  clock.forward(5);
  partnerCenter.fresh = { newestSubmissionId: '2', ready: false };
  expect(await freshRead('product', '1')).toMatchObject({ newestSubmissionId: '1' });
  clock.forward(0.001);
  expect(await freshRead('product', '1')).toMatchObject({ newestSubmissionId: '2' });
  expect(partnerCenter.readinessReads).toHaveLength(2);
});

it('is not shared by different submissions', async () => {
  await freshRead('product', '1');
  await freshRead('product', '2');
  expect(partnerCenter.readinessReads).toStrictEqual(['1', '2']);
});

it('is not kept when it failed: the next press asks again', async () => {
  partnerCenter.breaks();
  expect(await freshRead('product', '1')).toBeNull();
  partnerCenter.fresh = { newestSubmissionId: '1', ready: true };
  expect(await freshRead('product', '1')).not.toBeNull();
});
