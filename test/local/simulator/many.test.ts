import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { many } from '../../../src/local/simulator/scenarios/many.js';
import { until } from '../../support/until.js';
import { Rig, type Json } from './rig.js';
import { after, begin } from './telling.js';

describe('many offers', () => {
  it('have keys that do not depend on how many there are', () => {
    const keys = (count: number): string[] =>
      many(count).offers.map((each) => `${each.publisherId}.${each.offerId}`);
    expect(keys(2_000).slice(0, 500)).toStrictEqual(keys(500));
    expect([keys(500)[0], keys(500)[499]]).toStrictEqual([
      'publisher-1.azure-sentinel-solution-0001',
      'publisher-50.azure-sentinel-solution-0500',
    ]);
    expect(new Set(keys(2_000)).size).toBe(2_000);
  });

  it('are spread over the stages, and something always moves', () => {
    const phasesOf = (seconds: number): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const { submissions } of after(begin(many(400)), seconds).offers) {
        const phase = submissions.at(-1)?.phase ?? 'none';
        counts.set(phase, (counts.get(phase) ?? 0) + 1);
      }
      return counts;
    };
    expect(Object.fromEntries(phasesOf(0))).toStrictEqual({
      validation: 100,
      preview: 50,
      approval: 50,
      certification: 50,
      publishing: 50,
      hub: 50,
      done: 50,
    });
    for (let seconds = 30; seconds <= 300; seconds += 30) {
      expect(after(begin(many(400)), seconds).offers).not.toStrictEqual(
        after(begin(many(400)), seconds - 30).offers,
      );
    }
    expect(phasesOf(300).get('failed')).toBe(50);
  });

  describe('served', () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await Rig.start({ scenario: 'many', offers: 1_000 });
    });
    afterEach(() => rig.end());

    it('are found one by one, in every part', async () => {
      const key = 'publisher-88.azure-sentinel-solution-0878';
      expect((await rig.submissions(key)).map((each) => each.substate)).toStrictEqual(['InStore', 'InStore']);
      const offer = (await rig.fetch(`/offers/${key}?api-version=1`)).json();
      expect(offer['version']).toBe('1.1.0');
      const filter = encodeURIComponent(`properties/contentId eq '${key}'`);
      let next: string | undefined =
        `${rig.ready.workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?api-version=1&$filter=${filter}`;
      const pages: Json[][] = [];
      while (next !== undefined) {
        const page = (await rig.azure(next)).json() as { value: Json[]; nextLink?: string };
        pages.push(page.value);
        next = page.nextLink;
      }
      expect(pages.length).toBeLessThanOrEqual(5);
      expect(pages.flat()).toMatchObject([{ name: key, properties: { version: '1.0.0' } }]);
    });

    it('are not written again while nothing changes', async () => {
      const file = join(rig.dataDir, 'simulator.json');
      const written = async (): Promise<number> => (await stat(file)).ino;
      const keptAt = async (): Promise<number> =>
        (await stat(join(rig.dataDir, 'simulator-time.json'))).mtimeMs;
      const before = await written();
      const first = await until('the time is kept', () => keptAt().catch(() => null));
      await rig.control('state?offerId=azure-sentinel-solution-0001');
      await until('the time is kept again', async () => (await keptAt()) > first);
      expect(await written()).toBe(before);
      await rig.control('advance', { offerId: 'azure-sentinel-solution-0001' });
      expect(await written()).not.toBe(before);
    });
  });
});
