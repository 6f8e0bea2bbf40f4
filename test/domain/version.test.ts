import * as fc from 'fast-check';
import { isAtLeast } from '../../src/domain/version.js';

describe('whether the version found is the expected one or above', () => {
  it.each<[string, string, boolean]>([
    ['3.0.1', '3.0.1', true],
    ['3.0.2', '3.0.1', true],
    ['3.1.0', '3.0.9', true],
    ['4.0.0', '3.9.9', true],
    ['3.0.10', '3.0.9', true],
    ['3.0.01', '3.0.1', true],
    ['3.0.0', '3.0.1', false],
    ['2.9.9', '3.0.0', false],
    ['3.0.9', '3.0.10', false],
    ['2.10.0', '3.0.1', false],
    [' 3.0.1 ', '3.0.1', true],
    ['3.0.1', ' 3.0.2', false],
  ])('%s found, %s expected: %s', (found, expected, reached) => {
    expect(isAtLeast(found, expected)).toBe(reached);
  });

  it.each<[string, string, boolean]>([
    ['3.0.1-preview', '3.0.1', false],
    ['3.0.1', '3.0.0-preview', false],
    ['v3.0.2', '3.0.1', false],
    ['3.1', '3.0.1', false],
    ['3.0.1.1', '3.0.1', false],
    ['', '3.0.1', false],
    ['3.0.1-preview', '3.0.1-preview', true],
  ])('unreadable: %s found, %s expected: %s', (found, expected, reached) => {
    expect(isAtLeast(found, expected)).toBe(reached);
  });

  const parts = fc.tuple(fc.nat(2_000), fc.nat(2_000), fc.nat(2_000));

  it('compares number by number, the first that differs decides', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const weigh = ([major, minor, patch]: typeof a) => (major * 10_000 + minor) * 10_000 + patch;
        expect(isAtLeast(a.join('.'), b.join('.'))).toBe(weigh(a) >= weigh(b));
      }),
    );
  });
});
