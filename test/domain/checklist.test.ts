import { confirmItems, defaultChecklist, openItems, type Confirmation } from '../../src/domain/checklist.js';
import { allConfirmed, at, person, t0 } from '../support/build.js';

const first = person('first-tester');
const second = person('second-tester');
const byFirst: readonly Confirmation[] = [{ n: 2, by: first, at: t0 }];

describe('the checklist', () => {
  it('has items numbered from 1, each with words to show', () => {
    expect(defaultChecklist.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(defaultChecklist.filter(({ title, hint }) => title === '' || hint === '')).toEqual([]);
  });
});

describe('confirming items', () => {
  it('keeps who and when for each', () => {
    expect(confirmItems([], [3, 1], first, t0)).toEqual([
      { n: 1, by: first, at: t0 },
      { n: 3, by: first, at: t0 },
    ]);
  });

  it('leaves the first word for an item', () => {
    expect(confirmItems(byFirst, [2, 4], second, at(5))).toEqual([
      { n: 2, by: first, at: t0 },
      { n: 4, by: second, at: at(5) },
    ]);
  });

  it('counts an item said twice once', () => {
    expect(confirmItems([], [5, 5], first, t0)).toEqual([{ n: 5, by: first, at: t0 }]);
  });

  it.each<[string, readonly number[]]>([
    ['nothing', []],
    ['an item that is confirmed', [2]],
    ['numbers that are no item', [0, 7, -1, 1.5]],
  ])('returns the very same list for %s', (_what, numbers) => {
    expect(confirmItems(byFirst, numbers, second, at(5))).toBe(byFirst);
  });
});

describe('what is still open', () => {
  it.each<[string, readonly Confirmation[], readonly number[]]>([
    ['all, at first', [], [1, 2, 3, 4, 5, 6]],
    ['all but the confirmed', byFirst, [1, 3, 4, 5, 6]],
    ['nothing, once all are', allConfirmed(), []],
  ])('%s', (_what, confirmations, open) => {
    expect(openItems(confirmations).map(({ n }) => n)).toEqual(open);
  });
});
