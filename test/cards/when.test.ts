import { assert, integer, property } from 'fast-check';
import { agoText, dayText, durationText, whenText } from '../../src/cards/when.js';
import { secondsAfter } from '../../src/domain/instant.js';

const start = '2026-11-23T14:05:00.000Z';

it.each([
  ['UTC', '23 Nov 2026, 14:05 UTC'],
  ['Europe/Berlin', '23 Nov 2026, 15:05 CET'],
  ['America/New_York', '23 Nov 2026, 09:05 GMT-5'],
  ['Asia/Tokyo', '23 Nov 2026, 23:05 GMT+9'],
])('writes an instant in %s', (zone, text) => {
  expect(whenText(start, zone)).toBe(text);
});

it('writes midnight as 00, not 24, and the day of the zone', () => {
  expect(whenText('2026-11-23T00:00:00Z', 'UTC')).toBe('23 Nov 2026, 00:00 UTC');
  expect(dayText('2026-11-23T23:30:00Z', 'Europe/Berlin')).toBe('24 Nov');
});

it.each([
  [0, '0 s'],
  [12, '12 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [47 * 60, '47 min'],
  [84 * 60, '1 h 24 min'],
  [7_200, '2 h'],
  [51 * 3_600, '2 d 3 h'],
  [86_400, '1 d'],
  [-5, '0 s'],
])('%d s is %s', (seconds, text) => {
  expect(durationText(start, secondsAfter(start, seconds))).toBe(text);
});

it('never has more than two parts', () => {
  assert(
    property(integer({ min: 0, max: 10_000_000 }), (seconds) => {
      expect(durationText(start, secondsAfter(start, seconds))).toMatch(/^\d+ (s|min|h|d)( \d+ (min|h))?$/);
    }),
  );
});

it('says just now for less than a minute, and for a clock that runs ahead', () => {
  expect(agoText(start, secondsAfter(start, 40))).toBe('just now');
  expect(agoText(secondsAfter(start, 40), start)).toBe('just now');
  expect(agoText(start, secondsAfter(start, 200))).toBe('3 min ago');
});
