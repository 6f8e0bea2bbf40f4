import { retryAfterSeconds } from '../../../src/adapters/outbound/retry-after.js';

const now = Date.parse('2026-03-02T14:00:00.500Z');

it.each([
  ['seconds', '7', 7],
  ['no seconds', '0', 0],
  ['seconds with blanks', ' 120 ', 120],
  ['a date to come', 'Mon, 02 Mar 2026 14:00:10 GMT', 10],
  ['a date gone by', 'Mon, 02 Mar 2026 13:00:00 GMT', 0],
])('%s: %j', (_what, header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});

it.each([null, '', 'soon', '-5', '1.5', '2026-03-02', 'Mon, soon'])('%j says nothing', (header) => {
  expect(retryAfterSeconds(header, now)).toBeNull();
});
