import { positionOf } from '../../src/domain/stage.js';
import { adminChats, channel, FollowedOffer } from '../support/followed-offer.js';
import { fabrikam } from '../support/rig.js';

const quarterOfAnHour = 900;
const asLongAsAsked = 1_000_000;
const everywhere = 'partnerCenter';

/** Every way in which Partner Center was seen to fail, by the simulator's name for it or by what it does. */
const shapes: readonly [shape: string, fault: object][] = [
  ['400 with the text of a RestClientException', { name: 'publisher-id-header' }],
  ['400 ICH50400', { name: 'product-type-filter', route: everywhere }],
  ['400 with statusCode and message', { name: 'json-error' }],
  ['400 with a plain text', { name: 'plain-text-error' }],
  ['401', { name: 'unauthorized' }],
  ['403', { name: 'forbidden' }],
  ['404 on workflowdetails', { route: 'workflowdetails', status: 404, times: asLongAsAsked }],
  ['429', { name: 'rate-limited-without-hint' }],
  ['429 with Retry-After', { name: 'rate-limited' }],
  ['500', { name: 'server-error' }],
  ['503', { name: 'unavailable' }],
  ['200 that is no JSON', { name: 'not-json' }],
  ['connections cut before the answer', { name: 'cut-before' }],
  ['no token', { route: 'token', status: 500, times: asLongAsAsked }],
];

describe.each(shapes)('a week of %s', (_shape, fault) => {
  let followed: FollowedOffer;
  beforeEach(async () => {
    followed = await FollowedOffer.begin();
    await followed.seconds(3_600);
    await followed.control('POST', 'faults', fault);
  });
  afterEach(() => followed.stop());

  it('is no event, is said where somebody asks, is told to admins once down and once back, and then goes on', async () => {
    const before = await followed.offer();
    expect(before).toMatchObject({ seq: 0, pending: [] });
    expect(positionOf(before.current?.stages ?? [])).toMatchObject({ stage: 'preview' });

    await followed.days(3);
    // Meanwhile it moves on, which nobody can see.
    await followed.control('POST', 'advance', { offerId: fabrikam });
    await followed.days(4);

    expect(await followed.offer()).toStrictEqual(before);
    expect(followed.notifier.toldIn(channel)).toStrictEqual([]);
    expect(await followed.freshness()).toMatchObject({ stale: true });
    expect(await followed.status()).toMatch(/May be stale: last good read of Partner Center (7 d|6 d 2\d h)/);
    for (const chat of adminChats) {
      const [down, ...others] = followed.noticesIn(chat);
      expect(down).toMatchObject({ source: 'partnerCenter', kind: 'down' });
      expect(secondsBetween(down?.failingSince, down?.at)).toBe(quarterOfAnHour);
      expect(others).toStrictEqual([]);
    }

    await followed.control('DELETE', 'faults');
    await followed.days(1);

    expect(followed.notifier.toldIn(channel)).toStrictEqual(['post approval']);
    expect(await followed.offer()).toMatchObject({ seq: 1, pending: [] });
    expect(await followed.freshness()).toMatchObject({ stale: false });
    expect(await followed.status()).toMatch(/Checked (just now|\d+ min ago) with Partner Center/);
    for (const chat of adminChats)
      expect(followed.noticesIn(chat).map(({ kind }) => kind)).toStrictEqual(['down', 'back']);
    expect(followed.noticesIn('a:colleague')).toStrictEqual([]);
  });
});

function secondsBetween(from = '', to = ''): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}
