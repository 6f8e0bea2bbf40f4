import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { at } from '../support/build.js';
import { deferred } from '../support/deferred.js';
import { goingLive, GoLiveRig } from '../support/go-live-rig.js';
import { beforeFirst, emptyAfter } from '../support/interfere.js';
import { somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const { offerKey, signOff } = goingLive();
const submissionId = signOff?.submissionId;

let stores: Stores;
let rig: GoLiveRig;
beforeEach(async () => {
  stores = await openTestStores();
  rig = new GoLiveRig(stores);
});
afterEach(() => stores.dispose());

describe('a recorded sign-off', () => {
  it('is carried to Partner Center once, and accepted', async () => {
    await stores.offers.create(goingLive());
    const carryOn = rig.replica();
    expect(await carryOn()).toBe('accepted');
    expect(await carryOn()).toBeNull();
    expect(rig.partnerCenter.promotes).toStrictEqual([submissionId]);
  });

  it('has its attempt saved before Partner Center is asked', async () => {
    await stores.offers.create(goingLive());
    const seen: unknown[] = [];
    rig.partnerCenter.meanwhile = async () => seen.push((await rig.saved()).goLive);
    await rig.replica()();
    expect(seen).toMatchObject([{ state: 'promoteStarted', dueAt: at(60) }]);
  });

  it('has its end told, and the offer looked at soon', async () => {
    await stores.offers.create(goingLive());
    await rig.replica()();
    expect((await rig.saved()).pending).toMatchObject([{ kind: 'goLive', goLive: 'accepted' }]);
    expect(rig.announced).toStrictEqual([offerKey]);
    expect(rig.hurried).toStrictEqual([offerKey]);
  });

  it('is released when Partner Center refuses, in its words', async () => {
    await stores.offers.create(goingLive());
    rig.partnerCenter.outcome = { kind: 'refused', reason: '409 not in that state' };
    expect(await rig.replica()()).toBe('refused');
    expect(await rig.saved()).toMatchObject({
      signOff: null,
      goLive: { state: 'refused', dueAt: null },
      pending: [{ kind: 'goLive', goLive: 'refused', detail: '409 not in that state' }],
    });
  });

  it('stands, with its end unknown, when no answer comes', async () => {
    await stores.offers.create(goingLive());
    rig.partnerCenter.outcome = { kind: 'unknown' };
    expect(await rig.replica()()).toBe('unknown');
    expect(await rig.saved()).toMatchObject({ signOff, goLive: { state: 'unknown', dueAt: at(0) } });
  });

  it('is refused without a call while the product is not known', async () => {
    await stores.offers.create(goingLive({}, { productId: null }));
    expect(await rig.replica()()).toBe('refused');
    expect(rig.partnerCenter.promotes).toStrictEqual([]);
    expect((await rig.saved()).pending).toMatchObject([{ detail: 'the product is not known' }]);
  });

  it.each([
    ['is only to be recorded', { dueAt: null }],
    ['is not due yet', { dueAt: at(1) }],
    ['has no audit record yet', { state: 'signed', dueAt: null }],
    ['was accepted', { state: 'accepted', dueAt: null }],
    ['was refused', { state: 'refused', dueAt: null }],
    ['was not taken', { state: 'notTaken', dueAt: null }],
  ] as const)('asks nothing when it %s', async (_which, goLive) => {
    await stores.offers.create(goingLive(goLive));
    expect(await rig.replica()()).toBeNull();
    expect(rig.partnerCenter.promotes).toStrictEqual([]);
    expect(rig.partnerCenter.readinessReads).toStrictEqual([]);
    expect(rig.announced).toStrictEqual([]);
  });

  it('of an offer that has none, or that is not there, is nothing to do', async () => {
    expect(await rig.replica()()).toBeNull();
    await stores.offers.create({ ...goingLive(), goLive: null });
    expect(await rig.replica()()).toBeNull();
    expect(rig.partnerCenter.promotes).toStrictEqual([]);
  });

  it('is logged by ids and outcome alone', async () => {
    await stores.offers.create(goingLive());
    await rig.replica()();
    expect(rig.log.lines).toStrictEqual([
      { level: 'info', fields: { offerKey, submissionId, outcome: 'accepted' }, text: 'asked to go live' },
    ]);
  });
});

describe('two who carry on at the same time', () => {
  it('ask Partner Center once', async () => {
    await stores.offers.create(goingLive());
    await Promise.all([rig.replica()(), rig.replica()(), rig.replica()(), rig.replica()()]);
    expect(rig.partnerCenter.promotes).toStrictEqual([submissionId]);
    expect((await rig.saved()).goLive?.state).toBe('accepted');
  });

  it('ask once when both have seen that it is due and one claims it first', async () => {
    await stores.offers.create(goingLive());
    const first = rig.replica();
    const second = rig.replica(beforeFirst(stores.offers, 'replace', first));
    expect(await second()).toBeNull();
    expect(rig.partnerCenter.promotes).toStrictEqual([submissionId]);
  });

  it('ask once while the call of the first is still under way', async () => {
    await stores.offers.create(goingLive());
    const [asked, answer] = [deferred(), deferred()];
    rig.partnerCenter.meanwhile = async () => {
      asked.resolve();
      await answer.promise;
    };
    const first = rig.replica()();
    await asked.promise;
    rig.clock.forward(59);
    expect(await rig.replica()()).toBeNull();
    answer.resolve();
    expect(await first).toBe('accepted');
    expect(rig.partnerCenter.promotes).toHaveLength(1);
  });
});

describe('what happens beside the call', () => {
  it('a change of the offer before the claim: claimed at the next turn', async () => {
    await stores.offers.create(goingLive());
    const renamed = () => somebodySaves(stores.offers, offerKey, (offer) => ({ ...offer, name: 'Renamed' }));
    const carryOn = rig.replica(beforeFirst(stores.offers, 'replace', renamed));
    expect(await carryOn()).toBeNull();
    expect(rig.partnerCenter.promotes).toStrictEqual([]);
    expect(await carryOn()).toBe('accepted');
  });

  it('a change of the offer during the call: the answer is kept beside it', async () => {
    await stores.offers.create(goingLive());
    rig.partnerCenter.meanwhile = () =>
      somebodySaves(stores.offers, offerKey, (offer) => ({ ...offer, name: 'Renamed' }));
    await rig.replica()();
    expect(await rig.saved()).toMatchObject({ name: 'Renamed', goLive: { state: 'accepted' } });
  });

  it('the offer goes away during the call: nothing is left to save', async () => {
    await stores.offers.create(goingLive());
    expect(await rig.replica(emptyAfter(1, stores.offers))()).toBeNull();
    expect(rig.partnerCenter.promotes).toHaveLength(1);
  });
});
