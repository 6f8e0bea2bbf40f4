import * as fc from 'fast-check';
import {
  afterRead,
  newHealth,
  type SourceHealth,
  type SourceNotice,
} from '../../src/domain/source-health.js';
import { at } from '../support/build.js';

const fresh = newHealth('partnerCenter');
const failing: SourceHealth = { ...fresh, failingSince: at(0) };
const down: SourceHealth = { ...failing, toldDown: true, seq: 3 };
const quarter = 15 * 60;

it('a source that was never read answers', () => {
  expect(fresh).toEqual({ source: 'partnerCenter', failingSince: null, toldDown: false, seq: 0 });
});

describe('a read that changes nothing returns the very same health and is told to nobody', () => {
  it.each<[string, SourceHealth, boolean, number]>([
    ['a good one', fresh, true, 0],
    ['one more that failed', failing, false, quarter - 0.001],
    ['one that failed after it was told', down, false, 90 * quarter],
  ])('%s', (_what, health, good, seconds) => {
    expect(afterRead(health, good, at(seconds))).toEqual({ health, notice: null });
    expect(afterRead(health, good, at(seconds)).health).toBe(health);
  });
});

describe('a source', () => {
  it('fails from the first read that did', () => {
    expect(afterRead(fresh, false, at(0))).toEqual({ health: failing, notice: null });
  });

  it('that failed for a moment is back without a word', () => {
    expect(afterRead(failing, true, at(quarter))).toEqual({ health: fresh, notice: null });
  });

  it('is told to be down once it has failed for 15 minutes', () => {
    const notice: SourceNotice = {
      source: 'partnerCenter',
      kind: 'down',
      seq: 3,
      failingSince: at(0),
      at: at(quarter),
    };
    expect(afterRead({ ...failing, seq: 2 }, false, at(quarter))).toEqual({ health: down, notice });
  });

  it('that was told to be down is told to be back, and keeps its counter', () => {
    const notice: SourceNotice = {
      source: 'partnerCenter',
      kind: 'back',
      seq: 4,
      failingSince: at(0),
      at: at(9_000),
    };
    expect(afterRead(down, true, at(9_000))).toEqual({ health: { ...fresh, seq: 4 }, notice });
  });
});

it('whatever the reads, down and back take turns, each numbered, and no short failure is told', () => {
  const reads = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2 * quarter })), { maxLength: 40 });
  let told = 0;
  fc.assert(
    fc.property(reads, (several) => {
      let [health, seconds, brokenAt] = [fresh, 0, -1];
      const notices: SourceNotice[] = [];
      for (const [good, wait] of several) {
        seconds += wait;
        if (good) brokenAt = -1;
        else if (brokenAt < 0) brokenAt = seconds;
        const after = afterRead(health, good, at(seconds));
        health = after.health;
        if (after.notice?.kind === 'down') {
          expect(seconds - brokenAt).toBeGreaterThanOrEqual(quarter);
          expect(after.notice.failingSince).toBe(at(brokenAt));
        }
        if (after.notice !== null) notices.push(after.notice);
        else if (!good && seconds - brokenAt >= quarter) expect(notices.at(-1)?.kind).toBe('down');
        else if (good) expect(notices.at(-1)?.kind).not.toBe('down');
      }
      expect(notices.map(({ kind }) => kind)).toEqual(notices.map((_, n) => (n % 2 === 0 ? 'down' : 'back')));
      expect(notices.map(({ seq }) => seq)).toEqual(notices.map((_, n) => n + 1));
      told += notices.length;
    }),
  );
  expect(told).toBeGreaterThan(0);
});
