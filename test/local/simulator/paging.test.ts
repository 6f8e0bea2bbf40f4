import { pageOf } from '../../../src/local/simulator/paging.js';

function pages(items: readonly number[], size: number, order: 'up' | 'down'): (readonly number[])[] {
  const all: (readonly number[])[] = [];
  let token: string | null = null;
  do {
    const page: ReturnType<typeof pageOf<number>> = pageOf(items, size, token, order);
    if (page === undefined || all.length > items.length) throw new Error('The pages do not end.');
    all.push(page.items);
    token = page.next ?? null;
  } while (token !== null);
  return all;
}

describe('pages', () => {
  it.each([
    [[], 2, 'up', [[]]],
    [[1, 2], 2, 'up', [[1, 2]]],
    [[1, 2, 3], 2, 'up', [[1, 2], [3]]],
    [
      [1, 2, 3, 4],
      2,
      'down',
      [
        [4, 3],
        [2, 1],
      ],
    ],
    [[1, 2], 1, 'down', [[2], [1]]],
  ] as const)('of %j by %d, %s: %j', (items, size, order, expected) => {
    expect(pages(items, size, order)).toStrictEqual(expected);
  });

  it.each(['', 'MQ', Buffer.from('up--1').toString('base64url')])('refuse the token %j', (token) => {
    expect(pageOf([1, 2], 1, token)).toBeUndefined();
  });
});
