import { storesFor, offerCalled, type Open } from './store-under-test.js';
import { at, t0 } from '../support/build.js';
import { movedTo } from '../support/told.js';
import type { GoLive } from '../../src/domain/go-live-state.js';
import { newWatch } from '../../src/domain/watch.js';

/** What every offer store has to do. */
export function offersContract(open: Open): void {
  const stores = storesFor(open);

  it('shows what was created, whole', async () => {
    const { offers } = stores();
    const offer = movedTo(offerCalled('whole'), 'certification', 'inProgress');
    expect(await offers.create(offer)).toBe('created');
    expect((await offers.load(offer.offerKey))?.value).toStrictEqual(offer);
  });

  it('knows nothing of an offer that nobody created', async () => {
    expect(await stores().offers.load('contoso.unheard-of')).toBeNull();
  });

  it('creates once: the second time it exists and stays as it is', async () => {
    const { offers } = stores();
    const offer = offerCalled('once');
    await offers.create(offer);
    expect(await offers.create({ ...offer, name: 'Another name' })).toBe('exists');
    expect((await offers.load(offer.offerKey))?.value.name).toBe(offer.name);
  });

  it('creates one of many that come at once', async () => {
    const { offers } = stores();
    const tries = Array.from({ length: 10 }, () => offers.create(offerCalled('rushed')));
    const ends = await Promise.all(tries);
    expect(ends.filter((end) => end === 'created')).toHaveLength(1);
  });

  it('replaces what was read, and the answer can be replaced again', async () => {
    const { offers } = stores();
    const offer = offerCalled('twice');
    await offers.create(offer);
    const read = await offers.load(offer.offerKey);
    const first = read && (await offers.replace(read, { ...offer, seq: 1 }));
    const second = first && (await offers.replace(first, { ...offer, seq: 2 }));
    expect(second?.value.seq).toBe(2);
    expect(await offers.load(offer.offerKey)).toStrictEqual(second);
  });

  it('gives the slower of two writers null, and keeps what the faster wrote', async () => {
    const { offers } = stores();
    const offer = offerCalled('raced');
    await offers.create(offer);
    const read = await offers.load(offer.offerKey);
    expect(read && (await offers.replace(read, { ...offer, name: 'faster' }))).not.toBeNull();
    expect(read && (await offers.replace(read, { ...offer, name: 'slower' }))).toBeNull();
    expect((await offers.load(offer.offerKey))?.value.name).toBe('faster');
  });

  it('gives null for the replace of an offer that is not there', async () => {
    const { offers } = stores();
    const offer = offerCalled('nowhere');
    expect(await offers.replace({ value: offer, etag: '"any"' }, offer)).toBeNull();
  });

  it('loads another version than the one that lost', async () => {
    const { offers } = stores();
    const offer = offerCalled('other-than');
    await offers.create(offer);
    const lost = await offers.load(offer.offerKey);
    const won = lost && (await offers.replace(lost, { ...offer, seq: 7 }));
    const again = await offers.load(offer.offerKey, lost?.etag);
    expect(again?.etag).toBe(won?.etag);
    expect(again?.etag).not.toBe(lost?.etag);
  });

  it('does not wait for ever for another version', async () => {
    const { offers } = stores();
    await offers.create(offerCalled('unchanged'));
    const only = await offers.load('contoso.unchanged');
    expect(await offers.load('contoso.unchanged', only?.etag)).toStrictEqual(only);
  });
}

/** What its lists have to show; they look at the whole store. */
export function offerListsContract(open: Open): void {
  const stores = storesFor(open);
  const goLive: GoLive = { submissionId: '1', state: 'recorded', dueAt: null, since: t0, goodReads: 0 };

  it('lists tracked offers, each with its watch or none', async () => {
    const { offers, watches } = stores();
    await offers.create(offerCalled('watched'));
    await offers.create(offerCalled('unwatched'));
    await offers.create(offerCalled('untracked', { tracked: false }));
    await watches.save(null, newWatch('contoso.watched', t0, at(60)));
    await watches.save(null, newWatch('contoso.untracked', t0, at(60)));
    const listed = await offers.listTracked();
    const named = listed.map(({ offer, watch }) => `${offer.offerId}: ${watch?.offerKey ?? 'no watch'}`);
    expect(named.toSorted()).toStrictEqual(['unwatched: no watch', 'watched: contoso.watched']);
  });

  it('finds offers with pending events saved by then, the longest waiting first, and no more than asked', async () => {
    const { offers } = stores();
    const pending = (offerId: string, seconds: number) => {
      const offer = movedTo(offerCalled(offerId), 'certification', 'inProgress');
      return { ...offer, pending: offer.pending.map((event) => ({ ...event, at: at(seconds) })) };
    };
    for (const [offerId, seconds] of [
      ['third', 30],
      ['first', 10],
      ['second', 20],
    ] as const)
      await offers.create(pending(offerId, seconds));
    await offers.create(offerCalled('nothing-pending'));
    expect(await offers.withPendingEvents(at(30), 9)).toStrictEqual([
      'contoso.first',
      'contoso.second',
      'contoso.third',
    ]);
    expect(await offers.withPendingEvents(at(29), 9)).toStrictEqual(['contoso.first', 'contoso.second']);
    expect(await offers.withPendingEvents(at(30), 1)).toStrictEqual(['contoso.first']);
  });

  it('forgets a pending event once it was announced', async () => {
    const { offers } = stores();
    const offer = movedTo(offerCalled('announced'), 'certification', 'inProgress');
    await offers.create({ ...offer, pending: offer.pending.map((event) => ({ ...event, at: at(-60) })) });
    expect(await offers.withPendingEvents(at(-60), 9)).toStrictEqual([offer.offerKey]);
    const read = await offers.load(offer.offerKey);
    if (read !== null) await offers.replace(read, { ...read.value, pending: [] });
    expect(await offers.withPendingEvents(at(-60), 9)).toStrictEqual([]);
  });

  it('finds go-lives that are due, the longest waiting first; one that waits for nothing never comes', async () => {
    const { offers } = stores();
    await offers.create(offerCalled('later', { goLive: { ...goLive, dueAt: at(20) } }));
    await offers.create(offerCalled('sooner', { goLive: { ...goLive, dueAt: at(10) } }));
    await offers.create(offerCalled('settled', { goLive }));
    expect(await offers.withGoLiveDue(at(20), 9)).toStrictEqual(['contoso.sooner', 'contoso.later']);
    expect(await offers.withGoLiveDue(at(19), 9)).toStrictEqual(['contoso.sooner']);
    expect(await offers.withGoLiveDue(at(20), 1)).toStrictEqual(['contoso.sooner']);
    expect(await offers.withGoLiveDue(at(9), 9)).toStrictEqual([]);
  });
}
