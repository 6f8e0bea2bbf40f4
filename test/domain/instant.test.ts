import { secondsAfter } from '../../src/domain/instant.js';

describe('the instant some seconds after another', () => {
  it.each<[string, number, string]>([
    ['2026-11-23T09:00:00.000Z', 0, '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T09:00:00.000Z', 60, '2026-11-23T09:01:00.000Z'],
    ['2026-11-23T09:00:00.000Z', -1.5, '2026-11-23T08:59:58.500Z'],
    ['2026-12-31T23:59:59.000Z', 1, '2027-01-01T00:00:00.000Z'],
  ])('%s and %d s: %s', (at, seconds, expected) => {
    expect(secondsAfter(at, seconds)).toBe(expected);
  });
});
