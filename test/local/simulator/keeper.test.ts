import { createKeeper } from '../../../src/local/simulator/keeper.js';
import type { SimulatorState } from '../../../src/local/simulator/state.js';
import { begin } from './telling.js';

/** A disk that remembers what was written, each write taking `writeMs`. */
function rigOf(writeMs: number) {
  const saved: SimulatorState[] = [];
  const times: number[] = [];
  let clock = 0;
  const keeper = createKeeper(
    {
      load: () => undefined,
      save: (state) => {
        clock += writeMs;
        saved.push(state);
      },
      saveTime: (now) => void times.push(now),
    },
    () => clock,
  );
  return { keeper, saved, times };
}

describe('keeping', () => {
  const state = begin();
  const changed = (savedAt: number): SimulatorState => ({ ...state, savedAt });

  it('writes nothing when nothing changed, only the time', async () => {
    const { keeper, saved, times } = rigOf(1);
    await keeper.kept();
    keeper.keepTime(7);
    expect([saved, times]).toStrictEqual([[], [7]]);
  });

  it('writes many changes once, the last one', async () => {
    const { keeper, saved } = rigOf(1);
    for (let at = 1; at <= 100; at += 1) keeper.keep(changed(at));
    await Promise.all([keeper.kept(), keeper.kept()]);
    expect(saved).toStrictEqual([changed(100)]);
  });

  it('waits for a change that comes after a write', async () => {
    const { keeper, saved } = rigOf(0);
    for (const at of [1, 2, 3]) {
      keeper.keep(changed(at));
      await keeper.kept();
    }
    expect(saved).toStrictEqual([changed(1), changed(2), changed(3)]);
  });

  it('rests after a long write, and has everything by the end of the next', async () => {
    const { keeper, saved } = rigOf(20);
    keeper.keep(changed(1));
    await keeper.kept();
    keeper.keep(changed(2));
    const second = keeper.kept();
    keeper.keep(changed(3));
    await Promise.all([second, keeper.kept()]);
    expect(saved).toStrictEqual([changed(1), changed(3)]);
  });

  it('writes at once when the time is kept', () => {
    const { keeper, saved, times } = rigOf(1);
    keeper.keep(changed(1));
    keeper.keepTime(2);
    expect([saved, times]).toStrictEqual([[changed(1)], [2]]);
  });
});
