import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Offer } from '../../src/domain/offer.js';
import { makeFreshRead } from '../../src/use-cases/fresh-read.js';
import { makeSignOff } from '../../src/use-cases/sign-off.js';
import { at, offerAt, person, submissionAt } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';
import { approverOnly, everyItem, loaded, pressOf } from '../support/presses.js';
import { openTestStores } from '../support/stores.js';

const waiting = offerAt('publisherApproval', 'waiting');
const { offerKey } = waiting;
const { submissionId } = pressOf();

let stores: Stores;
let partnerCenter: FakePublishing;
let announced: string[];
let lookedAgain: string[];

beforeEach(async () => {
  stores = await openTestStores();
  partnerCenter = new FakePublishing();
  partnerCenter.fresh = { newestSubmissionId: submissionId, ready: true };
  announced = [];
  lookedAgain = [];
});
afterEach(() => stores.dispose());

function signOff(...args: Parameters<ReturnType<typeof makeSignOff>>) {
  const { offers } = stores;
  const announce = (key: string) => void announced.push(key);
  const lookAgain = async (key: string) => void lookedAgain.push(key);
  const freshRead = makeFreshRead({ source: partnerCenter, clock: new ManualClock() });
  return makeSignOff({ offers, admins: approverOnly, freshRead, announce, lookAgain })(...args);
}

async function saved(): Promise<Offer> {
  return (await loaded(stores.offers, offerKey)).value;
}

describe('a press that may sign', () => {
  it('saves the sign-off, and the event that carries it, in one write', async () => {
    await stores.offers.create(waiting);
    const result = await signOff(offerKey, pressOf());
    const { signOff: kept, goLive, pending, seq } = await saved();
    expect(result).toMatchObject({ kind: 'signed', signOff: kept });
    expect(kept).toMatchObject({ submissionId, version: '3.0.1', by: person('approver'), at: at(1) });
    expect(goLive).toMatchObject({ submissionId, state: 'signed', dueAt: null });
    expect(pending).toMatchObject([{ kind: 'signed', seq, signOff: kept }]);
  });

  it('takes along who confirmed what', async () => {
    await stores.offers.create(
      offerAt('publisherApproval', 'waiting', {
        confirmations: [{ n: 1, by: person('tester'), at: at(0) }],
      }),
    );
    await signOff(offerKey, pressOf());
    const confirmedBy = (await saved()).signOff?.confirmations.map(({ n, by }) => [n, by.name]);
    expect(confirmedBy).toStrictEqual(everyItem.map((n) => [n, n === 1 ? 'tester' : 'approver']));
  });

  it('lets what is to be told be told', async () => {
    await stores.offers.create(waiting);
    await signOff(offerKey, pressOf());
    expect(announced).toStrictEqual([offerKey]);
  });

  it('is that of a named approver, where some are named', async () => {
    await stores.offers.create({ ...waiting, approvers: [person('named approver')] });
    expect(await signOff(offerKey, pressOf())).toMatchObject({ refusal: { kind: 'notApprover' } });
    const result = await signOff(offerKey, pressOf({ by: person('named approver') }));
    expect(result.kind).toBe('signed');
  });
});

describe('a press that is refused', () => {
  const cases: readonly [why: string, offer: Offer, press: Parameters<typeof pressOf>[0], kind: string][] = [
    ['by nobody known', waiting, { by: null }, 'noIdentity'],
    ['by somebody who is no approver', waiting, { by: person('reader') }, 'notApprover'],
    [
      'by an approver of another tenant',
      waiting,
      { by: person('approver', { tenantId: 't2' }) },
      'notApprover',
    ],
    ['with an item open', waiting, { ticks: [1, 2, 3, 5, 6] }, 'incomplete'],
    ['for another submission', waiting, { submissionId: '1152921505697719190' }, 'superseded'],
    ['before the preview is ready', offerAt('preview', 'inProgress'), {}, 'notWaiting'],
    ['after it went on', offerAt('certification', 'inProgress'), {}, 'notWaiting'],
    ['without any submission', { ...waiting, current: null }, {}, 'noSubmission'],
  ];

  it.each(cases)(
    '%s: says why, signs nothing, asks nobody, tells nobody',
    async (_why, offer, press, kind) => {
      await stores.offers.create(offer);
      const result = await signOff(offerKey, pressOf(press));
      expect(result).toMatchObject({ kind: 'refused', refusal: { kind } });
      expect(await saved()).toMatchObject({ signOff: null, goLive: null, pending: [] });
      expect(partnerCenter.readinessReads).toStrictEqual([]);
      expect(announced).toStrictEqual([]);
    },
  );

  it('about an offer that is not there', async () => {
    expect(await signOff('contoso.unheard-of', pressOf())).toStrictEqual({ kind: 'unknownOffer' });
  });

  it('names the items that are open', async () => {
    await stores.offers.create(waiting);
    const result = await signOff(offerKey, pressOf({ ticks: [1, 2, 3] }));
    expect(result).toMatchObject({ refusal: { open: [{ n: 4 }, { n: 5 }, { n: 6 }] } });
  });

  it('the second time: told who signed and when, and Partner Center is not asked again', async () => {
    await stores.offers.create(waiting);
    await signOff(offerKey, pressOf());
    const again = await signOff(offerKey, pressOf({ by: person('colleague'), at: at(9) }));
    expect(again).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'alreadySigned', signOff: { by: person('approver'), at: at(1) } },
    });
    expect(partnerCenter.readinessReads).toHaveLength(1);
    expect(announced).toHaveLength(1);
  });
});

describe('what Partner Center says at that moment', () => {
  const answers = [
    ['nothing', null, 'unverified'],
    ['that the submission is not ready', { newestSubmissionId: submissionId, ready: false }, 'notReady'],
    ['that there is a newer one', { newestSubmissionId: '1152921505697719190', ready: true }, 'newer'],
  ] as const;

  it.each(answers)('%s: refused, and nothing is signed', async (_says, fresh, kind) => {
    await stores.offers.create(waiting);
    partnerCenter.fresh = fresh;
    expect(await signOff(offerKey, pressOf())).toMatchObject({ kind: 'refused', refusal: { kind } });
    expect(await saved()).toMatchObject({ signOff: null, goLive: null, pending: [] });
    // Where Partner Center says otherwise than what is saved, it is read again at once.
    expect(lookedAgain).toStrictEqual(kind === 'unverified' ? [] : [offerKey]);
  });

  it('cannot be asked while the product is not known', async () => {
    await stores.offers.create({ ...waiting, productId: null });
    expect(await signOff(offerKey, pressOf())).toMatchObject({ refusal: { kind: 'unverified' } });
    expect(partnerCenter.readinessReads).toStrictEqual([]);
  });
});

describe('the ticks of a refused press', () => {
  const confirmed = async () => (await saved()).confirmations.map(({ n, by }) => [n, by.name]);

  it('are kept as the confirmations of that person', async () => {
    await stores.offers.create(waiting);
    await signOff(offerKey, pressOf({ by: person('reader'), ticks: [1, 2] }));
    await signOff(offerKey, pressOf({ ticks: [2, 3] }));
    expect(await confirmed()).toStrictEqual([
      [1, 'reader'],
      [2, 'reader'],
      [3, 'approver'],
    ]);
  });

  it('are kept when Partner Center could not be read', async () => {
    await stores.offers.create(waiting);
    partnerCenter.fresh = null;
    await signOff(offerKey, pressOf());
    expect(await confirmed()).toHaveLength(everyItem.length);
  });

  it('are not kept when they were given for another submission, or by nobody known', async () => {
    await stores.offers.create({
      ...waiting,
      current: submissionAt('publisherApproval', 'waiting', { submissionId: '1152921505697719190' }),
    });
    await signOff(offerKey, pressOf());
    await signOff(offerKey, pressOf({ by: null, submissionId: '1152921505697719190' }));
    expect(await confirmed()).toStrictEqual([]);
  });
});
