import { storesFor, type Open } from './store-under-test.js';
import { at, t0 } from '../support/build.js';
import { newHealth, type SourceHealth } from '../../src/domain/source-health.js';

/** What every store of how the sources answer has to do; each test has a source of its own. */
export function healthContract(open: Open): void {
  const stores = storesFor(open);
  const failing = (source: SourceHealth['source'], seq = 0): SourceHealth => ({
    ...newHealth(source),
    failingSince: t0,
    seq,
  });

  it('creates when nothing was read, and shows what was saved last', async () => {
    const { health } = stores();
    expect(await health.load('partnerCenter')).toBeNull();
    expect(await health.save(null, failing('partnerCenter'))).toBe(true);
    const first = await health.load('partnerCenter');
    expect(first?.value).toStrictEqual(failing('partnerCenter'));
    const down: SourceHealth = { source: 'partnerCenter', failingSince: at(1), toldDown: true, seq: 1 };
    expect(await health.save(first, down)).toBe(true);
    expect((await health.load('partnerCenter'))?.value).toStrictEqual(down);
  });

  it('lets one of two replicas create, and keeps what that one saved', async () => {
    const { health } = stores();
    expect(await health.save(null, failing('marketplace', 1))).toBe(true);
    expect(await health.save(null, failing('marketplace', 2))).toBe(false);
    expect((await health.load('marketplace'))?.value.seq).toBe(1);
  });

  it('lets one of two replicas change what both read, and keeps the sources apart', async () => {
    const { health } = stores();
    await health.save(null, failing('contentHub'));
    const read = await health.load('contentHub');
    expect(await health.save(read, failing('contentHub', 1))).toBe(true);
    expect(await health.save(read, failing('contentHub', 2))).toBe(false);
    expect((await health.load('contentHub'))?.value).toStrictEqual(failing('contentHub', 1));
  });

  it('is no offer, and nothing to look at, to announce or to carry on', async () => {
    const { health, offers, watches } = stores();
    const later = at(1_000_000);
    expect(await health.load('contentHub')).not.toBeNull();
    expect(await offers.listTracked()).toStrictEqual([]);
    expect(await watches.due(later, 9)).toStrictEqual([]);
    expect(await offers.withPendingEvents(later, 9)).toStrictEqual([]);
    expect(await offers.withGoLiveDue(later, 9)).toStrictEqual([]);
  });
}
