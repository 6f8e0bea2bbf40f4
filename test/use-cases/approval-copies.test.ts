import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { planDeliveries } from '../../src/domain/delivery.js';
import type { Offer } from '../../src/domain/offer.js';
import { makeSendDelivery } from '../../src/use-cases/send-delivery.js';
import { at, offerAt, submissionAt } from '../support/build.js';
import { conversationAt, following } from '../support/places.js';
import { openTestStores } from '../support/stores.js';
import { lastEvent, movedTo, signOffOf, withFacts } from '../support/told.js';
import { TellingRig } from '../support/telling-rig.js';

const { submissionId } = submissionAt('preview', 'inProgress');
const { conversationId } = conversationAt();
const waits = (offer: Offer): Offer => movedTo(offer, 'publisherApproval', 'waiting');
const previews = (offer: Offer): Offer => movedTo(offer, 'preview', 'inProgress');

function isSigned(offer: Offer): Offer {
  const signOff = signOffOf(offer);
  const goLive = { submissionId, state: 'signed', dueAt: null, since: at(1), goodReads: 0 } as const;
  return withFacts({ ...offer, signOff, goLive }, { kind: 'signed', signOff });
}

let stores: Stores;
beforeEach(async () => {
  stores = await openTestStores();
});
afterEach(() => stores.dispose());

const copies = () => stores.copies.ofSubmission('contoso.sentinel-solution', submissionId);

describe('when a submission begins to wait for the approval', () => {
  it('the first card of it is the approval card, and is remembered as a copy', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await rig.tells(waits);
    expect(rig.told).toStrictEqual(['post approval']);
    expect(await copies()).toMatchObject([{ submissionId, conversationId, activityId: 'activity-1' }]);
  });

  it('under a living card the short card is the approval card, and is remembered as a copy', async () => {
    const rig = await TellingRig.begin(stores, offerAt('validation', 'inProgress'));
    await rig.tells(previews);
    await rig.tells(waits);
    expect(rig.told).toStrictEqual(['post status', 'update status', 'post approval']);
    expect(await copies()).toMatchObject([{ activityId: 'activity-3' }]);
  });

  it('a card that the channel took without naming it is no copy that could be repainted', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    rig.next({ kind: 'sent', activityId: null });
    await rig.tells(waits);
    expect(await copies()).toStrictEqual([]);
  });

  it('a card that was not taken is no copy', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    rig.next({ kind: 'failed', reason: 'too large' });
    await rig.tells(waits);
    expect(await copies()).toStrictEqual([]);
  });

  it('and was signed before this is told, the card says who signed', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await rig.happens(waits);
    await rig.happens(isSigned);
    await rig.deliver();
    expect(rig.told[0]).toBe('post signedOff');
  });
});

describe('when it is signed', () => {
  it('a short approval card is repainted to say who signed', async () => {
    const rig = await TellingRig.begin(stores, offerAt('validation', 'inProgress'));
    await rig.tells(previews);
    await rig.tells(waits);
    await rig.tells(isSigned);
    expect(rig.told.slice(3).toSorted()).toStrictEqual([
      'post transition',
      'update signedOff',
      'update status',
    ]);
    const repaint = rig.notifier.shown.find(({ picture }) => picture.kind === 'signedOff');
    expect(repaint).toMatchObject({ activityId: 'activity-3' });
  });

  it('every copy is repainted, also where nobody follows the offer', async () => {
    const rig = await TellingRig.begin(stores, offerAt('publisherApproval', 'waiting'), {
      conversationId: 'a:asked',
    });
    await stores.subscriptions.remove('everything', 'a:asked');
    const copy = { offerKey: rig.offerKey, submissionId, conversationId: 'a:asked' };
    await stores.copies.add({ ...copy, activityId: 'asked-first' });
    await stores.copies.add({ ...copy, activityId: 'asked-again' });
    await rig.tells(isSigned);
    expect(rig.told).toStrictEqual(['update signedOff', 'update signedOff']);
    const painted = rig.notifier.shown.map(({ activityId }) => `${activityId}`);
    expect(painted.toSorted()).toStrictEqual(['asked-again', 'asked-first']);
  });

  it('an approval card that is the living card ends as the status with the sign-off, in whatever order', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await rig.tells(waits);
    await rig.tells(isSigned);
    const root = rig.notifier.shown.filter(({ activityId }) => activityId === 'activity-1');
    expect(root.at(-1)).toMatchObject({ how: 'update', picture: { kind: 'status', offer: { signOff: {} } } });
  });

  it('an approval card that is the living card is not painted over once its own update was made', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await rig.tells(waits);
    const event = lastEvent(await rig.tells(isSigned));
    const before = rig.told;
    const [repaint] = planDeliveries(event, [], await copies(), rig.clock.now());
    const send = makeSendDelivery({ ...stores, notifier: rig.notifier });
    expect(repaint && (await send(repaint))).toStrictEqual({ kind: 'sent', activityId: 'activity-1' });
    expect(rig.told).toStrictEqual(before);
  });

  it('an approval card that is the living card is repainted where the sign-off is not told', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await stores.subscriptions.put(following('everything', conversationId, 'action-needed'));
    await rig.tells(waits);
    await rig.tells(isSigned);
    expect(rig.told).toStrictEqual(['post approval', 'update signedOff']);
  });

  it('a copy that somebody deleted is no reason to post', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await stores.subscriptions.put(following('everything', conversationId, 'action-needed'));
    await rig.tells(waits);
    rig.next({ kind: 'missing' });
    await rig.tells(isSigned);
    expect(rig.told).toStrictEqual(['post approval']);
    expect(await rig.head()).toBeNull();
  });
});

describe('when a newer submission takes its place', () => {
  it('its approval card is closed', async () => {
    const rig = await TellingRig.begin(stores, offerAt('preview', 'inProgress'));
    await rig.tells(waits);
    const newer = submissionAt('validation', 'inProgress', { submissionId: '1152921505697719190' });
    await rig.tells((offer) =>
      withFacts({ ...offer, current: newer }, { kind: 'resubmitted', replaces: submissionId }),
    );
    const closed = rig.notifier.shown.find(
      ({ activityId, how }) => how === 'update' && activityId === 'activity-1',
    );
    expect(closed?.picture).toMatchObject({ kind: 'closedApproval', submissionId });
  });
});
