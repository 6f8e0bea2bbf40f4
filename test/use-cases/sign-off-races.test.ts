import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { OfferStore } from '../../src/store-ports.js';
import { makeAnnounceEvents } from '../../src/use-cases/announce-events.js';
import { makeFreshRead, type ReadFresh } from '../../src/use-cases/fresh-read.js';
import { makeSignOff } from '../../src/use-cases/sign-off.js';
import { at, offerAt, person, submissionAt } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { beforeCall, beforeFirst } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded, pressOf, somebodySaves } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const waiting = offerAt('publisherApproval', 'waiting');
const { offerKey } = waiting;
const { submissionId } = pressOf();

let stores: Stores;
let partnerCenter: FakePublishing;

beforeEach(async () => {
  stores = await openTestStores();
  await stores.offers.create(waiting);
  partnerCenter = new FakePublishing();
  partnerCenter.fresh = { newestSubmissionId: submissionId, ready: true };
});
afterEach(() => stores.dispose());

/** Reads Partner Center for each press anew. */
const readEachTime: ReadFresh = (offer) =>
  makeFreshRead({ source: partnerCenter, clock: new ManualClock() })(offer);

function signOffWith(offers: OfferStore, freshRead = readEachTime) {
  return makeSignOff({
    offers,
    admins: 'everybody',
    freshRead,
    announce: () => undefined,
    lookAgain: async () => undefined,
  });
}

const signed = async () => (await loaded(stores.offers, offerKey)).value;

describe('a hundred who press at once', () => {
  it('one signs, ninety-nine are told who did, and there is one sign-off and one audit record', async () => {
    const clock = new ManualClock();
    const freshRead = makeFreshRead({ source: partnerCenter, clock });
    const signOff = signOffWith(stores.offers, freshRead);
    const presses = Array.from({ length: 100 }, (_, n) => pressOf({ by: person(`approver ${n}`) }));

    const results = await Promise.all(presses.map((press) => signOff(offerKey, press)));

    const winners = results.filter(({ kind }) => kind === 'signed');
    expect(winners).toHaveLength(1);
    const { signOff: kept, pending } = await signed();
    const told = results.filter((result) => result.kind === 'refused').map(({ refusal }) => refusal);
    expect(told).toStrictEqual(Array.from({ length: 99 }, () => ({ kind: 'alreadySigned', signOff: kept })));
    expect(winners).toMatchObject([{ signOff: kept }]);
    expect(pending).toMatchObject([{ kind: 'signed', seq: 1 }]);
    expect(partnerCenter.readinessReads).toHaveLength(1);

    await makeAnnounceEvents({ ...stores, clock, promote: false })(offerKey);
    expect(kept && (await stores.history.recordSignOff(offerKey, 1, kept))).toBe('exists');
  });
});

describe('while Partner Center is being read', () => {
  const meanwhile = (change: Parameters<typeof somebodySaves>[2]) => {
    partnerCenter.meanwhile = () => somebodySaves(stores.offers, offerKey, change);
  };
  const colleagueSigns = () => {
    partnerCenter.meanwhile = async () => {
      partnerCenter.meanwhile = async () => null;
      await signOffWith(stores.offers)(offerKey, pressOf({ by: person('colleague'), at: at(2) }));
    };
  };

  it('somebody else signs: the second is told who', async () => {
    colleagueSigns();
    expect(await signOffWith(stores.offers)(offerKey, pressOf())).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'alreadySigned', signOff: { by: person('colleague') } },
    });
    expect((await signed()).signOff?.by).toStrictEqual(person('colleague'));
  });

  it('somebody else signs and Partner Center has moved on: still told who, and not that it is not ready', async () => {
    colleagueSigns();
    const freshRead = async () => {
      await partnerCenter.meanwhile();
      return { newestSubmissionId: submissionId, ready: false, verified: true };
    };
    expect(await signOffWith(stores.offers, freshRead)(offerKey, pressOf())).toMatchObject({
      refusal: { kind: 'alreadySigned', signOff: { by: person('colleague') } },
    });
  });

  it('a newer submission arrives: nothing is signed', async () => {
    const newer = submissionAt('validation', 'inProgress', { submissionId: '1152921505697719190' });
    meanwhile((offer) => ({ ...offer, current: newer, confirmations: [] }));
    expect(await signOffWith(stores.offers)(offerKey, pressOf())).toMatchObject({
      refusal: { kind: 'superseded', current: { submissionId: newer.submissionId } },
    });
    expect((await signed()).signOff).toBeNull();
  });

  it('somebody is no approver any more: nothing is signed', async () => {
    meanwhile((offer) => ({ ...offer, approvers: [person('colleague')] }));
    expect(await signOffWith(stores.offers)(offerKey, pressOf())).toMatchObject({
      refusal: { kind: 'notApprover' },
    });
    expect((await signed()).signOff).toBeNull();
  });

  it('the offer goes away: there is nothing to sign', async () => {
    let there = true;
    partnerCenter.meanwhile = async () => {
      there = false;
    };
    const offers: OfferStore = {
      ...stores.offers,
      load: async (key) => (there ? stores.offers.load(key) : null),
    };
    expect(await signOffWith(offers)(offerKey, pressOf())).toStrictEqual({ kind: 'unknownOffer' });
  });
});

describe('a write that comes too late', () => {
  const othersTick = () =>
    somebodySaves(stores.offers, offerKey, (offer) => ({
      ...offer,
      confirmations: [...offer.confirmations, { n: 1, by: person('tester'), at: at(0) }],
    }));

  it('decides anew on what the faster one saved: the first word for an item stays', async () => {
    const offers = beforeFirst(stores.offers, 'replace', othersTick);
    expect((await signOffWith(offers)(offerKey, pressOf())).kind).toBe('signed');
    expect((await signed()).confirmations[0]?.by).toStrictEqual(person('tester'));
  });

  it('signs all the same when what was saved meanwhile changes nothing about it', async () => {
    const renamed = () => somebodySaves(stores.offers, offerKey, (offer) => ({ ...offer, name: 'Renamed' }));
    const offers = beforeCall(2, stores.offers, 'replace', renamed);
    expect((await signOffWith(offers)(offerKey, pressOf())).kind).toBe('signed');
    expect(await signed()).toMatchObject({ name: 'Renamed', signOff: { submissionId } });
  });
});
