import { storesFor, type Open } from './store-under-test.js';
import { at } from '../support/build.js';
import { newWatch, type Watch } from '../../src/domain/watch.js';

/** What every watch store has to do. */
export function watchesContract(open: Open): void {
  const stores = storesFor(open);

  it('creates when nothing was read, and what it answers can be saved again', async () => {
    const { watches } = stores();
    expect(await watches.load('contoso.new')).toBeNull();
    const first = await watches.save(null, newWatch('contoso.new', null, at(1_000)));
    const second = await watches.save(first, newWatch('contoso.new', at(5), at(1_000)));
    expect(second?.value.checkedAt).toBe(at(5));
    expect(await watches.load('contoso.new')).toStrictEqual(second);
  });

  it('gives the second who creates null, and keeps the first', async () => {
    const { watches } = stores();
    await watches.save(null, newWatch('contoso.once', at(1), at(1_000)));
    expect(await watches.save(null, newWatch('contoso.once', at(2), at(1_000)))).toBeNull();
    expect((await watches.load('contoso.once'))?.value.checkedAt).toBe(at(1));
  });

  it('lets one of two replicas claim what both read', async () => {
    const { watches } = stores();
    const read = await watches.save(null, newWatch('contoso.claimed', null, at(1_000)));
    const claim = (checkedAt: string) =>
      read && watches.save(read, { ...read.value, checkedAt, dueAt: at(1_060) });
    expect(await claim(at(1))).not.toBeNull();
    expect(await claim(at(2))).toBeNull();
    expect((await watches.load('contoso.claimed'))?.value.checkedAt).toBe(at(1));
  });
}

/** When its watches are due; looks at the whole store. */
export function dueWatchesContract(open: Open): void {
  const stores = storesFor(open);
  beforeAll(async () => {
    const { watches } = stores();
    const due: readonly [offerId: string, dueAt: string | null][] = [
      ['second', at(20)],
      ['never', null],
      ['first', at(10)],
      ['later', at(30)],
    ];
    for (const [offerId, dueAt] of due) {
      const watch: Watch = { ...newWatch(`contoso.${offerId}`, null, at(0)), dueAt };
      await watches.save(null, watch);
    }
  });
  const keysDue = async (now: string, most: number): Promise<readonly string[]> =>
    (await stores().watches.due(now, most)).map(({ value }) => value.offerKey);

  it('finds those that are due, the longest waiting first', async () => {
    expect(await keysDue(at(20), 9)).toStrictEqual(['contoso.first', 'contoso.second']);
    expect(await keysDue(at(9), 9)).toStrictEqual([]);
  });

  it('finds no more than asked', async () => {
    expect(await keysDue(at(99), 2)).toStrictEqual(['contoso.first', 'contoso.second']);
  });

  it('never finds one that is due at no time', async () => {
    expect(await keysDue(at(99), 9)).not.toContain('contoso.never');
  });

  it('gives what can be claimed as it is, without reading again', async () => {
    const { watches } = stores();
    const [first] = await watches.due(at(10), 1);
    const claimed = first && (await watches.save(first, { ...first.value, dueAt: at(70) }));
    expect(claimed?.value.dueAt).toBe(at(70));
    expect(await keysDue(at(10), 9)).toStrictEqual([]);
  });
}
