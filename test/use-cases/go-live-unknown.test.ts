import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { movedOn } from '../../src/domain/go-live.js';
import { at, submissionAt } from '../support/build.js';
import { goingLive, GoLiveRig } from '../support/go-live-rig.js';
import { beforeCall, beforeFirst, Died, diesBefore, emptyAfter } from '../support/interfere.js';
import { somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const { offerKey, signOff } = goingLive();
const submissionId = signOff?.submissionId ?? '';
const unknown = goingLive({ state: 'unknown' });

let stores: Stores;
let rig: GoLiveRig;
beforeEach(async () => {
  stores = await openTestStores();
  rig = new GoLiveRig(stores);
});
afterEach(() => stores.dispose());

const shows = (ready: boolean, newestSubmissionId = submissionId): void => {
  rig.partnerCenter.fresh = { newestSubmissionId, ready };
};

describe('a process that died after it had saved that it asks', () => {
  const dies = async (): Promise<void> => {
    await stores.offers.create(goingLive());
    rig.partnerCenter.meanwhile = diesBefore;
    await expect(rig.replica()()).rejects.toThrow(Died);
    rig.partnerCenter.meanwhile = async () => null;
  };

  it('leaves it alone while it could still be asking', async () => {
    await dies();
    rig.clock.forward(59);
    expect(await rig.replica()()).toBeNull();
    expect((await rig.saved()).goLive?.state).toBe('promoteStarted');
  });

  it('leaves an unknown end, which is told', async () => {
    await dies();
    rig.clock.forward(60);
    expect(await rig.replica()()).toBe('unknown');
    expect(await rig.saved()).toMatchObject({ signOff, pending: [{ goLive: 'unknown' }] });
    expect(rig.announced).toStrictEqual([offerKey]);
  });

  it('is never followed by a second call, however it ends', async () => {
    await dies();
    shows(true);
    for (const seconds of [60, 0, 300, 300, 300]) {
      rig.clock.forward(seconds);
      await rig.replica()();
    }
    expect((await rig.saved()).goLive?.state).toBe('notTaken');
    expect(rig.partnerCenter.promotes).toHaveLength(1);
  });

  it('is found by two at once, and told once; the first read is not put off by that', async () => {
    await stores.offers.create(goingLive({ state: 'promoteStarted', dueAt: at(0) }));
    const slower = rig.replica(beforeCall(2, stores.offers, 'load', rig.replica()));
    expect(await slower()).toBe('unknown');
    expect(await rig.saved()).toMatchObject({ goLive: { dueAt: at(0) }, pending: [{ goLive: 'unknown' }] });
  });

  it('may find its answer saved by the one that lived: then nothing is unknown', async () => {
    await stores.offers.create(goingLive({ state: 'promoteStarted', dueAt: at(0) }));
    const accepted = () =>
      somebodySaves(stores.offers, offerKey, (offer) => ({
        ...offer,
        goLive: offer.goLive && { ...offer.goLive, state: 'accepted', dueAt: null },
      }));
    const late = beforeCall(2, stores.offers, 'load', accepted);
    expect(await rig.replica(late)()).toBe('accepted');
    expect((await rig.saved()).pending).toStrictEqual([]);
  });
});

describe('an unknown end', () => {
  beforeEach(() => stores.offers.create(unknown));

  it('is accepted once a read shows that the submission moved on', async () => {
    shows(false);
    expect(await rig.replica()()).toBe('accepted');
    expect(await rig.saved()).toMatchObject({ signOff, pending: [{ goLive: 'accepted' }] });
    expect(rig.partnerCenter.readinessReads).toStrictEqual([submissionId]);
  });

  it('is not taken after three good reads over ten minutes, and no sooner', async () => {
    shows(true);
    const carryOn = rig.replica();
    expect(await carryOn()).toBe('unknown');
    rig.clock.forward(299);
    expect(await carryOn()).toBeNull();
    rig.clock.forward(1);
    expect(await carryOn()).toBe('unknown');
    rig.clock.forward(299);
    expect(await carryOn()).toBeNull();
    expect(rig.partnerCenter.readinessReads).toHaveLength(2);
    rig.clock.forward(1);
    expect(await carryOn()).toBe('notTaken');
    expect(rig.partnerCenter.readinessReads).toHaveLength(3);
  });

  it('releases the sign-off when it was not taken, so that a person may press again', async () => {
    await somebodySaves(stores.offers, offerKey, (offer) => ({
      ...offer,
      goLive: offer.goLive && { ...offer.goLive, goodReads: 2 },
    }));
    shows(true);
    await rig.replica()();
    expect(await rig.saved()).toMatchObject({
      signOff: null,
      goLive: { state: 'notTaken', dueAt: null },
      pending: [{ goLive: 'notTaken' }],
    });
    expect(rig.partnerCenter.promotes).toStrictEqual([]);
  });

  it('is not settled by reads that failed', async () => {
    rig.partnerCenter.breaks();
    for (let reads = 0; reads < 4; reads += 1) {
      expect(await rig.replica()()).toBe('unknown');
      rig.clock.forward(300);
    }
    expect((await rig.saved()).goLive).toMatchObject({ state: 'unknown', goodReads: 0 });
  });

  it.each([true, false])(
    'is not settled by a read that shows another submission as the newest (ready: %s)',
    async (ready) => {
      shows(ready, '1152921505697719190');
      for (let reads = 0; reads < 4; reads += 1) {
        expect(await rig.replica()()).toBe('unknown');
        rig.clock.forward(300);
      }
      expect((await rig.saved()).signOff).toStrictEqual(signOff);
    },
  );

  it('cannot be read while the product is not known', async () => {
    await somebodySaves(stores.offers, offerKey, (offer) => ({ ...offer, productId: null }));
    expect(await rig.replica()()).toBe('unknown');
    expect(rig.partnerCenter.readinessReads).toStrictEqual([]);
  });
});

describe('several who read an unknown end at the same moment', () => {
  it('count as one read', async () => {
    await stores.offers.create(unknown);
    shows(true);
    await Promise.all([rig.replica()(), rig.replica()(), rig.replica()()]);
    expect((await rig.saved()).goLive).toMatchObject({ state: 'unknown', goodReads: 1, dueAt: at(300) });
  });

  it('count as one read when the slower one finds the faster one has saved', async () => {
    await stores.offers.create(unknown);
    shows(true);
    const slower = rig.replica(beforeFirst(stores.offers, 'replace', rig.replica()));
    await slower();
    expect((await rig.saved()).goLive).toMatchObject({ goodReads: 1 });
    expect(rig.partnerCenter.readinessReads).toHaveLength(2);
  });

  it('yield to a sighting that came meanwhile', async () => {
    await stores.offers.create(unknown);
    shows(true);
    rig.partnerCenter.meanwhile = () =>
      somebodySaves(stores.offers, offerKey, (offer) => {
        const current = submissionAt('certification', 'inProgress');
        return movedOn({ ...offer, current }, current, at(1));
      });
    expect(await rig.replica()()).toBe('publishing');
    expect((await rig.saved()).goLive).toMatchObject({ state: 'publishing', dueAt: null, goodReads: 0 });
  });

  it('find nothing to settle when the offer went away', async () => {
    await stores.offers.create(unknown);
    shows(true);
    expect(await rig.replica(emptyAfter(1, stores.offers))()).toBeNull();
  });
});
