import type { Offer } from '../../src/domain/offer.js';
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
  ['401', { name: 'unauthorized' }],
  ['429', { name: 'rate-limited' }],
  ['500', { name: 'server-error' }],
  ['503', { name: 'unavailable' }],
  ['200 that is no JSON', { name: 'not-json' }],
  ['connections cut before the answer', { name: 'cut-before' }],
  ['no token', { route: 'token', status: 500, times: asLongAsAsked }],
];

/** Longer than the longest pause between two looks while a source fails. */
const twoHours = 2 * 3_600;

/** The long form, a week of each, is `npm run test:outage`. */
const outageDays = process.env['LONG_OUTAGE'] === undefined ? 2 : 7;

let followed: FollowedOffer;
beforeEach(async () => {
  followed = await FollowedOffer.begin();
  await followed.seconds(3_600);
});
afterEach(() => followed.stop());

const moveOn = () => followed.control('POST', 'advance', { offerId: fabrikam });

/** The last good read was as long ago as the outage lasts, or almost, and everybody who should know has been told. */
async function expectSilence(before: Offer): Promise<void> {
  expect(await followed.offer()).toStrictEqual(before);
  expect(followed.notifier.toldIn(channel)).toStrictEqual([]);
  expect(await followed.freshness()).toMatchObject({ stale: true });
  expect(await followed.status()).toMatch(
    new RegExp(`May be stale: last good read of Partner Center (${outageDays} d|${outageDays - 1} d 2\\d h)`),
  );
  for (const chat of adminChats) {
    const [down, ...others] = followed.noticesIn(chat);
    expect(down).toMatchObject({ source: 'partnerCenter', kind: 'down' });
    expect(secondsBetween(down?.failingSince, down?.at)).toBe(quarterOfAnHour);
    expect(others).toStrictEqual([]);
  }
}

/** What happened meanwhile is told once, and so is that Partner Center is back. */
async function expectRecovery(): Promise<void> {
  expect(followed.notifier.toldIn(channel)).toStrictEqual(['post approval']);
  expect(await followed.offer()).toMatchObject({ seq: 1, pending: [] });
  expect(await followed.freshness()).toMatchObject({ stale: false });
  expect(await followed.status()).toMatch(/Checked (just now|\d+ min ago) with Partner Center/);
  for (const chat of adminChats)
    expect(followed.noticesIn(chat).map(({ kind }) => kind)).toStrictEqual(['down', 'back']);
  expect(followed.noticesIn('a:colleague')).toStrictEqual([]);
}

describe('is no event, is said where somebody asks, and is told to admins once down and once back:', () => {
  it.each(shapes)(`${outageDays} days of %s`, async (_shape, fault) => {
    const before = await followed.offer();
    expect(before).toMatchObject({ seq: 0, pending: [] });
    expect(positionOf(before.current?.stages ?? [])).toMatchObject({ stage: 'preview' });
    await followed.control('POST', 'faults', fault);
    await followed.days(1);
    // It moves on, which nobody can see.
    await moveOn();
    await followed.days(outageDays - 1);
    await expectSilence(before);
    await followed.control('DELETE', 'faults');
    await followed.seconds(twoHours);
    await expectRecovery();
  });

  it(`${outageDays} days of 404 on workflowdetails, until the submission tells by itself that it waits`, async () => {
    const before = await followed.offer();
    await followed.control('POST', 'faults', { route: 'workflowdetails', status: 404, times: asLongAsAsked });
    await followed.days(outageDays);
    await expectSilence(before);
    await moveOn();
    await followed.seconds(twoHours);
    await expectRecovery();
  });
});

it('a day in which Partner Center lists no submission is no event either', async () => {
  const before = await followed.offer();
  await followed.control('POST', 'faults', { name: 'empty-list' });
  await followed.days(1);
  expect(await followed.offer()).toStrictEqual(before);
  await followed.control('DELETE', 'faults');
  await moveOn();
  await followed.seconds(twoHours);
  expect(followed.notifier.toldIn(channel)).toStrictEqual(['post approval']);
  expect(followed.noticesIn(adminChats[0])).toStrictEqual([]);
});

function secondsBetween(from = '', to = ''): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}
