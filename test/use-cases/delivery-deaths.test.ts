import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { offerAt, submissionAt } from '../support/build.js';
import { beforeCall, beforeFirst, Died, diesBefore } from '../support/interfere.js';
import { openTestStores } from '../support/stores.js';
import { movedTo } from '../support/told.js';
import { TellingRig } from '../support/telling-rig.js';

const { submissionId } = submissionAt('validation', 'inProgress');
const leaseSeconds = 60;

let stores: Stores;
let rig: TellingRig;
beforeEach(async () => {
  stores = await openTestStores();
  rig = await TellingRig.begin(stores, offerAt('validation', 'inProgress'));
});
afterEach(() => stores.dispose());

const previews = () => rig.happens((offer) => movedTo(offer, 'preview', 'inProgress'));
const certifies = () => rig.happens((offer) => movedTo(offer, 'certification', 'inProgress'));

/** A replica that dies while it delivers; later another one carries on. */
async function diesThenOthersCarryOn(ports: Partial<Stores>): Promise<void> {
  await expect(rig.deliver(ports)).rejects.toThrow(Died);
  rig.clock.forward(leaseSeconds);
  await rig.deliver();
  expect(await rig.head()).toBeNull();
}

/** The claim is the first replace of a delivery, its outcome the second. */
const diesBeforeTheOutcome = (): Partial<Stores> => ({
  deliveries: beforeCall(2, stores.deliveries, 'replace', diesBefore),
});

const diesBeforeItRemembers = (time: number): Partial<Stores> => ({
  conversations: beforeCall(time, stores.conversations, 'putLivingCard', diesBefore),
});

it('after the claim: sent once the lease is over, once', async () => {
  await previews();
  await diesThenOthersCarryOn({ conversations: beforeFirst(stores.conversations, 'load', diesBefore) });
  expect(rig.told).toStrictEqual(['post status']);
});

it('after the living card was posted and remembered: not posted again', async () => {
  await previews();
  await diesThenOthersCarryOn(diesBeforeTheOutcome());
  expect(rig.told).toStrictEqual(['post status']);
});

it('after the short card was posted and remembered: nothing is shown again', async () => {
  await previews();
  await rig.deliver();
  await certifies();
  await diesThenOthersCarryOn(diesBeforeTheOutcome());
  expect(rig.told).toStrictEqual(['post status', 'update status', 'post transition']);
});

it('between the update and the short card: only the short card follows', async () => {
  await previews();
  await rig.deliver();
  await certifies();
  let sends = 0;
  rig.notifier.meanwhile = async () => {
    sends += 1;
    if (sends === 2) await diesBefore();
  };
  await diesThenOthersCarryOn({});
  expect(rig.told).toStrictEqual(['post status', 'update status', 'post transition']);
});

it('after the living card was posted and before that is remembered: a second one, which goes on', async () => {
  await previews();
  await diesThenOthersCarryOn(diesBeforeItRemembers(1));
  expect(rig.told).toStrictEqual(['post status', 'post status']);
  expect(await rig.livingCard(submissionId)).toMatchObject({ activityId: 'activity-2' });
});

it('after the short card was posted and before that is remembered: the one double there can be', async () => {
  await previews();
  await rig.deliver();
  await certifies();
  await diesThenOthersCarryOn(diesBeforeItRemembers(2));
  expect(rig.told).toStrictEqual(['post status', 'update status', 'post transition', 'post transition']);
});
