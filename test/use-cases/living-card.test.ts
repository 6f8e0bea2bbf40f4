import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { offerAt, submissionAt, t0 } from '../support/build.js';
import { openTestStores } from '../support/stores.js';
import { movedTo, withFacts } from '../support/told.js';
import { TellingRig } from '../support/telling-rig.js';

const validating = offerAt('validation', 'inProgress');
const { submissionId } = submissionAt('validation', 'inProgress');
const previews = (offer: typeof validating) => movedTo(offer, 'preview', 'inProgress');
const certifies = (offer: typeof validating) => movedTo(offer, 'certification', 'inProgress');

let stores: Stores;
beforeEach(async () => {
  stores = await openTestStores();
});
afterEach(() => stores.dispose());

describe('the first event of a submission in a conversation', () => {
  it('posts its living card, and nothing else', async () => {
    const rig = await TellingRig.begin(stores, validating);
    const offer = await rig.tells(previews);
    expect(rig.notifier.shown).toStrictEqual([
      {
        how: 'post',
        conversationId: rig.conversation.conversationId,
        picture: {
          kind: 'status',
          offer: { ...offer, pending: [] },
          submissionId,
          said: null,
          freshness: { checkedAt: t0, stale: false },
        },
        activityId: 'activity-1',
        replyTo: null,
      },
    ]);
    const card = { submissionId, activityId: 'activity-1', seq: 1, postedSeq: 1 };
    expect(await rig.livingCard(submissionId)).toStrictEqual(card);
  });

  it('is not remembered when it could not be posted', async () => {
    const rig = await TellingRig.begin(stores, validating);
    rig.next({ kind: 'retry', afterSeconds: 5, reason: 'too many' });
    await rig.tells(previews);
    expect(await rig.livingCard(submissionId)).toBeNull();
    rig.clock.forward(5);
    await rig.deliver();
    expect(rig.told).toStrictEqual(['post status']);
  });
});

describe('each later event', () => {
  it('updates the living card and posts a short card, in a channel as a reply to it', async () => {
    const rig = await TellingRig.begin(stores, validating, { kind: 'channel' });
    await rig.tells(previews);
    await rig.tells(certifies);
    expect(rig.told).toStrictEqual(['post status', 'update status', 'post transition']);
    const [, update, short] = rig.notifier.shown;
    expect(update).toMatchObject({ activityId: 'activity-1' });
    expect(short).toMatchObject({ replyTo: 'activity-1', picture: { event: { seq: 2 } } });
    expect(await rig.livingCard(submissionId)).toMatchObject({
      activityId: 'activity-1',
      seq: 2,
      postedSeq: 2,
    });
  });

  it.each(['groupChat', 'personal'] as const)('is no reply in a %s', async (kind) => {
    const rig = await TellingRig.begin(stores, validating, { kind });
    await rig.tells(previews);
    await rig.tells(certifies);
    expect(rig.notifier.shown.map(({ replyTo }) => replyTo)).toStrictEqual([null, null, null]);
  });

  it('of another submission begins a card of its own', async () => {
    const rig = await TellingRig.begin(stores, validating);
    await rig.tells(previews);
    const newer = submissionAt('validation', 'inProgress', { submissionId: '1152921505697719190' });
    await rig.tells((offer) =>
      withFacts({ ...offer, current: newer }, { kind: 'resubmitted', replaces: submissionId }),
    );
    expect(rig.told).toStrictEqual(['post status', 'post status']);
    expect(await rig.livingCard(newer.submissionId)).toMatchObject({ activityId: 'activity-2' });
  });

  it('cannot update a card whose post was taken without an id: it only posts', async () => {
    const rig = await TellingRig.begin(stores, validating);
    rig.next({ kind: 'sent', activityId: null });
    await rig.tells(previews);
    await rig.tells(certifies);
    expect(rig.told).toStrictEqual(['post status', 'post transition']);
    expect(rig.notifier.shown[1]).toMatchObject({ replyTo: null });
  });

  it('posts a new living card where somebody deleted it, and goes on with that one', async () => {
    const rig = await TellingRig.begin(stores, validating);
    await rig.tells(previews);
    rig.next({ kind: 'missing' });
    await rig.tells(certifies);
    expect(rig.told).toStrictEqual(['post status', 'post status']);
    const { activityId } = rig.notifier.shown[1] ?? {};
    await rig.tells((offer) => movedTo(offer, 'publishing', 'inProgress'));
    expect(rig.told.slice(2)).toStrictEqual(['update status', 'post transition']);
    expect(rig.notifier.shown[2]).toMatchObject({ activityId });
  });
});

describe('a send that does not succeed', () => {
  it('waits as a whole when the update cannot be made yet', async () => {
    const rig = await TellingRig.begin(stores, validating);
    await rig.tells(previews);
    rig.next({ kind: 'retry', afterSeconds: 5, reason: 'too many' });
    await rig.tells(certifies);
    expect(rig.told).toStrictEqual(['post status']);
    rig.clock.forward(5);
    await rig.deliver();
    expect(rig.told).toStrictEqual(['post status', 'update status', 'post transition']);
  });

  it('does not update a second time when only the short card is still to be posted', async () => {
    const rig = await TellingRig.begin(stores, validating);
    await rig.tells(previews);
    rig.next({ kind: 'sent', activityId: null }, { kind: 'retry', afterSeconds: 5, reason: 'too many' });
    await rig.tells(certifies);
    expect(await rig.livingCard(submissionId)).toMatchObject({ seq: 2, postedSeq: 1 });
    rig.clock.forward(5);
    await rig.deliver();
    expect(rig.told).toStrictEqual(['post status', 'update status', 'post transition']);
  });

  it('ends there when the place is gone', async () => {
    const rig = await TellingRig.begin(stores, validating);
    rig.next({ kind: 'gone', reason: 'the bot was removed' });
    await rig.tells(previews);
    expect(rig.told).toStrictEqual([]);
    expect(await rig.head()).toBeNull();
  });

  it('ends there when nothing is known of the place', async () => {
    const rig = await TellingRig.begin(stores, validating);
    await rig.happens(previews);
    await rig.deliver({ conversations: { ...stores.conversations, load: async () => null } });
    expect(rig.told).toStrictEqual([]);
    expect(await rig.head()).toBeNull();
  });

  it('ends there when nothing is known of the offer', async () => {
    const rig = await TellingRig.begin(stores, validating);
    await rig.happens(previews);
    await rig.deliver({ offers: { ...stores.offers, load: async () => null } });
    expect(rig.told).toStrictEqual([]);
    expect(await rig.head()).toBeNull();
  });
});
