import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch } from '../../src/domain/watch.js';
import { makePushedRead } from '../../src/use-cases/fresh-read.js';
import { offerAt, t0 } from '../support/build.js';
import { ManualClock } from '../support/manual-clock.js';
import { openTestStores } from '../support/stores.js';

/** What a sign-off rests on where Partner Center is off. */
const waiting = offerAt('publisherApproval', 'waiting', { productId: null });
const { offerKey } = waiting;
const dayInSeconds = 86_400;

let stores: Stores;
let clock: ManualClock;
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
});
afterEach(() => stores.dispose());

const read = (offer = waiting) => makePushedRead({ ...stores, clock })(offer);
const pushedAt = (checkedAt: string | null) => stores.watches.save(null, newWatch(offerKey, checkedAt, t0));

it('is what was pushed last, and says that nobody verified it', async () => {
  await pushedAt(t0);
  expect(await read()).toStrictEqual({
    newestSubmissionId: waiting.current?.submissionId,
    ready: true,
    verified: false,
  });
});

it('is not ready once something else was pushed', async () => {
  await pushedAt(t0);
  expect(await read(offerAt('certification', 'inProgress'))).toMatchObject({ ready: false });
});

it('holds for a day, and is too old after it', async () => {
  await pushedAt(t0);
  clock.forward(dayInSeconds);
  expect(await read()).toMatchObject({ ready: true });
  clock.forward(0.001);
  expect(await read()).toBe('tooOld');
});

it('is too old where nothing was pushed yet, or where nobody watches', async () => {
  expect(await read()).toBe('tooOld');
  await pushedAt(null);
  expect(await read()).toBe('tooOld');
});

it('cannot be said while there is no submission', async () => {
  expect(await read({ ...waiting, current: null })).toBeNull();
});
