import { settleUnknown, type Readiness } from '../../src/domain/go-live.js';
import type { Offer } from '../../src/domain/offer.js';
import { at, goLiveStates, signedOffer } from '../support/build.js';

const unknown = signedOffer({ state: 'unknown', dueAt: at(0) });
const readings: readonly Readiness[] = ['ready', 'movedOn', 'unavailable'];

/** One read each time that one is due, as the worker makes them. */
function readInTurn(several: readonly Readiness[]): Offer {
  return several.reduce((offer, read) => settleUnknown(offer, read, offer.goLive?.dueAt ?? ''), unknown);
}

describe('reading while the outcome is unknown', () => {
  it('counts a good read that still shows it waiting, and looks again in 5 minutes', () => {
    expect(settleUnknown(unknown, 'ready', at(9))).toEqual({
      ...unknown,
      goLive: { ...unknown.goLive, goodReads: 1, dueAt: at(309) },
    });
  });

  it('settles as not taken by the third, ten minutes after the first, and releases the sign-off', () => {
    expect(readInTurn(['ready', 'ready']).goLive).toMatchObject({ state: 'unknown', goodReads: 2 });
    const settled = readInTurn(['ready', 'ready', 'ready']);
    expect(settled.goLive).toMatchObject({ state: 'notTaken', dueAt: null, since: at(600), goodReads: 0 });
    expect(settled.signOff).toBeNull();
    expect(settled.pending).toMatchObject([
      { kind: 'goLive', goLive: 'notTaken', detail: null, at: at(600), from: null, movement: 'none' },
    ]);
    expect(settled.confirmations).toBe(unknown.confirmations);
  });

  it.each<[string, Readiness]>([
    ['a good read', 'ready'],
    ['a failed one', 'unavailable'],
  ])('takes no account of %s before the next is due, such as that of another replica', (_what, read) => {
    const once = settleUnknown(unknown, 'ready', at(9));
    expect(settleUnknown(once, read, at(308))).toBe(once);
    expect(settleUnknown(once, read, at(309))).not.toBe(once);
  });

  it('settles nothing by reads that failed, however many', () => {
    const after = readInTurn(['ready', 'unavailable', 'ready', 'unavailable', 'unavailable']);
    expect(after).toEqual({
      ...unknown,
      goLive: { ...unknown.goLive, goodReads: 2, dueAt: at(1_500) },
    });
  });

  it('settles as accepted at once when it moved on, due or not', () => {
    const once = settleUnknown(unknown, 'ready', at(9));
    const settled = settleUnknown(once, 'movedOn', at(10));
    expect(settled.goLive).toMatchObject({ state: 'accepted', dueAt: null, since: at(10), goodReads: 0 });
    expect(settled.signOff).toBe(unknown.signOff);
    expect(settled.pending).toMatchObject([{ kind: 'goLive', goLive: 'accepted' }]);
  });

  it.each(goLiveStates.filter((state) => state !== 'unknown'))('says nothing of what is %s', (state) => {
    const offer = signedOffer({ state, dueAt: at(0), goodReads: 2 });
    for (const read of readings) expect(settleUnknown(offer, read, at(9))).toBe(offer);
  });
});
