import { newestFirst } from '../../../src/adapters/partner-center/order.js';
import { submissionAt } from '../../support/build.js';

const answer = (id: string, releaseNumber?: number | null) => ({
  id,
  state: 'Published',
  substate: 'InStore',
  ...(releaseNumber !== undefined && { releaseNumber }),
});
const known = (submissionId: string, releaseNumber: number) =>
  submissionAt('validation', 'inProgress', { submissionId, releaseNumber });

/** Each as `id:releaseNumber`, the same for the list and for its reverse. */
function ordered(
  listed: readonly ReturnType<typeof answer>[],
  before: Parameters<typeof newestFirst>[1] = [],
) {
  const lines = (order: readonly ReturnType<typeof answer>[]) =>
    newestFirst(order, before).map(({ id, releaseNumber }) => `${id}:${releaseNumber}`);
  expect(lines(listed.toReversed())).toStrictEqual(lines(listed));
  return lines(listed);
}

it('goes by release number', () => {
  expect(ordered([answer('30', 1), answer('10', 3), answer('20', 2)])).toStrictEqual([
    '10:3',
    '20:2',
    '30:1',
  ]);
});

it('goes by id where the numbers are the same, to the last digit', () => {
  const [older, newer] = ['1152921505697719189', '1152921505697719190'];
  expect(Number(older)).toBe(Number(newer));
  expect(ordered([answer(older, 4), answer(newer, 4)])).toStrictEqual([`${newer}:4`, `${older}:4`]);
});

it('knows that a longer id is a later one', () => {
  expect(ordered([answer('999', 1), answer('1000', 1)])).toStrictEqual(['1000:1', '999:1']);
});

it('goes by id without any number', () => {
  expect(ordered([answer('9'), answer('10', null), answer('8')])).toStrictEqual(['10:0', '9:0', '8:0']);
});

it('gives what has no number that of what came before, and no more', () => {
  expect(ordered([answer('10', 25), answer('20'), answer('30', 27), answer('5')])).toStrictEqual([
    '30:27',
    '20:25',
    '10:25',
    '5:0',
  ]);
});

it('keeps a number that is known', () => {
  expect(ordered([answer('10', 25), answer('20')], [known('20', 27), null])).toStrictEqual([
    '20:27',
    '10:25',
  ]);
});

it('lets a new one without a number not be older than a known one that is not listed', () => {
  expect(ordered([answer('10', 25), answer('30')], [known('20', 27)])).toStrictEqual(['30:27', '10:25']);
});

it('believes the list, where it has a number', () => {
  expect(ordered([answer('20', 28)], [known('20', 27)])).toStrictEqual(['20:28']);
});

it('bears an id that is no number', () => {
  expect(ordered([answer('a'), answer('b'), answer('1')])).toStrictEqual(['b:0', 'a:0', '1:0']);
});
