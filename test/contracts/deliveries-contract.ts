import { oddIds, offerCalled, storesFor, type Open } from './store-under-test.js';
import { at, t0 } from '../support/build.js';
import { following } from '../support/places.js';
import { lastEvent, movedTo } from '../support/told.js';
import {
  noticeDelivery,
  planDeliveries,
  type Delivery,
  type EventDelivery,
} from '../../src/domain/delivery.js';

interface Wanted {
  readonly offerId?: string;
  readonly conversationId?: string;
  readonly seq?: number;
  readonly dueAt?: string | null;
}

function deliveryOf({
  offerId = 'told',
  conversationId = 'a:one',
  seq = 1,
  dueAt = t0,
}: Wanted): EventDelivery {
  const offer = movedTo(offerCalled(offerId, { seq: seq - 1 }), 'certification', 'inProgress');
  const [delivery] = planDeliveries(lastEvent(offer), [following('everything', conversationId)], [], t0);
  if (delivery === undefined) throw new Error('the sample event is told to nobody');
  return { ...delivery, dueAt, state: dueAt === null ? 'sent' : 'due' };
}

/** What every delivery store has to do. */
export function deliveriesContract(open: Open): void {
  const stores = storesFor(open);
  const key = (offerId: string): string => `contoso.${offerId}`;

  it('creates once: the second time it exists and stays as it is', async () => {
    const { deliveries } = stores();
    const delivery = deliveryOf({ offerId: 'once' });
    expect(await deliveries.create(delivery)).toBe('created');
    expect(await deliveries.create({ ...delivery, attempts: 9 })).toBe('exists');
    expect((await deliveries.head('a:one', key('once')))?.value).toStrictEqual(delivery);
  });

  it('creates one of many that come at once', async () => {
    const { deliveries } = stores();
    const delivery = deliveryOf({ offerId: 'rushed' });
    const ends = await Promise.all(Array.from({ length: 10 }, () => deliveries.create(delivery)));
    expect(ends.filter((end) => end === 'created')).toHaveLength(1);
  });

  it('has the unfinished one with the lowest number at its head', async () => {
    const { deliveries } = stores();
    // 10 comes after 9: a number, not a word.
    for (const [seq, dueAt] of [
      [10, at(1)],
      [9, at(2)],
      [2, null],
    ] as const)
      await deliveries.create(deliveryOf({ offerId: 'ordered', seq, dueAt }));
    const head = await deliveries.head('a:one', key('ordered'));
    expect(head?.value.seq).toBe(9);
    if (head !== null) await deliveries.replace(head, { ...head.value, state: 'sent', dueAt: null });
    expect((await deliveries.head('a:one', key('ordered')))?.value.seq).toBe(10);
  });

  it('has no head where all is finished', async () => {
    const { deliveries } = stores();
    await deliveries.create(deliveryOf({ offerId: 'finished', dueAt: null }));
    expect(await deliveries.head('a:one', key('finished'))).toBeNull();
  });

  it('has one head for each conversation and offer', async () => {
    const { deliveries } = stores();
    await deliveries.create(deliveryOf({ offerId: 'apart', conversationId: 'a:two', seq: 5 }));
    await deliveries.create(deliveryOf({ offerId: 'apart', conversationId: 'a:three', seq: 1 }));
    await deliveries.create(deliveryOf({ offerId: 'apart-too', conversationId: 'a:two', seq: 1 }));
    expect((await deliveries.head('a:two', key('apart')))?.value.seq).toBe(5);
    expect(await deliveries.head('a:four', key('apart'))).toBeNull();
  });

  it('lets one of two replicas claim what both read', async () => {
    const { deliveries } = stores();
    await deliveries.create(deliveryOf({ offerId: 'claimed' }));
    const head = await deliveries.head('a:one', key('claimed'));
    const claim = (attempts: number) => head && deliveries.replace(head, { ...head.value, attempts });
    expect((await claim(1))?.value.attempts).toBe(1);
    expect(await claim(2)).toBeNull();
    expect((await deliveries.head('a:one', key('claimed')))?.value.attempts).toBe(1);
  });

  it('keeps notices about a source like what is owed about an offer, and apart from it', async () => {
    const { deliveries } = stores();
    const notice = (seq: number) =>
      noticeDelivery(
        {
          source: 'partnerCenter',
          kind: seq % 2 === 1 ? 'down' : 'back',
          seq,
          failingSince: t0,
          at: at(seq),
        },
        'a:admin',
        at(seq),
      );
    expect(await deliveries.create(notice(2))).toBe('created');
    expect(await deliveries.create(notice(1))).toBe('created');
    expect(await deliveries.create(notice(1))).toBe('exists');
    expect((await deliveries.head('a:admin', notice(1).offerKey))?.value).toStrictEqual(notice(1));
    expect(await deliveries.head('a:admin', key('told'))).toBeNull();
  });

  it.each(oddIds)('bears the conversation id %s, also in its own id', async (odd) => {
    const { deliveries } = stores();
    const post = deliveryOf({ offerId: 'odd', conversationId: odd });
    const delivery: Delivery = { ...post, id: `${post.id}:${odd}`, kind: 'repaint', activityId: odd };
    await deliveries.create(delivery);
    const head = await deliveries.head(odd, key('odd'));
    expect(head?.value).toStrictEqual(delivery);
    expect(head && (await deliveries.replace(head, { ...delivery, attempts: 1 }))).not.toBeNull();
  });
}

/** When its deliveries are due; looks at the whole store. */
export function dueDeliveriesContract(open: Open): void {
  const stores = storesFor(open);
  beforeAll(async () => {
    const { deliveries } = stores();
    for (const wanted of [
      { conversationId: 'a:second', dueAt: at(20) },
      { conversationId: 'a:first', seq: 1, dueAt: at(10) },
      { conversationId: 'a:first', seq: 2, dueAt: at(11) },
      { conversationId: 'a:never', dueAt: null },
      { conversationId: 'a:later', dueAt: at(30) },
    ])
      await deliveries.create(deliveryOf(wanted));
  });
  const placesDue = async (now: string, most: number): Promise<readonly string[]> =>
    (await stores().deliveries.due(now, most)).map(
      ({ conversationId, offerKey }) => `${conversationId} ${offerKey}`,
    );

  it('names each conversation and offer with something due once, the longest waiting first', async () => {
    expect(await placesDue(at(20), 9)).toStrictEqual(['a:first contoso.told', 'a:second contoso.told']);
  });

  it('names nothing before its time', async () => {
    expect(await placesDue(at(9), 9)).toStrictEqual([]);
  });

  it('names no more places than asked, and many that wait behind one head do not hide the others', async () => {
    expect(await placesDue(at(99), 2)).toStrictEqual(['a:first contoso.told', 'a:second contoso.told']);
  });

  it('never names one that is finished', async () => {
    expect(await placesDue(at(99), 9)).not.toContain('a:never contoso.told');
  });
}
