import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch, type Watch } from '../../src/domain/watch.js';
import { at, offerAt, submissionAt, t0 } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { beforeFirst, emptyAfter } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { Replica } from '../support/replica.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('certification', 'inProgress');
const { offerKey } = offer;
const failed = submissionAt('certification', 'failed');

let stores: Stores;
let partnerCenter: FakePublishing;
let clock: ManualClock;

beforeEach(async () => {
  stores = await openTestStores();
  partnerCenter = new FakePublishing();
  clock = new ManualClock();
  await stores.offers.create(offer);
  await stores.watches.save(null, newWatch(offerKey, null, t0));
  clock.forward(1);
});
afterEach(() => stores.dispose());

function replica(ports: Partial<Stores> = {}, everySeconds: number | null = null): Replica {
  return new Replica({ stores: { ...stores, ...ports }, publishing: partnerCenter, clock, everySeconds });
}

const watched = async (key = offerKey): Promise<Watch | undefined> => (await stores.watches.load(key))?.value;
const saved = async () => (await loaded(stores.offers, offerKey)).value;

describe('a look at an offer', () => {
  it('that shows a change saves it with its event, and has it announced', async () => {
    partnerCenter.shows(failed);
    const one = replica();
    await one.poll();
    expect((await saved()).pending).toMatchObject([{ kind: 'moved', to: { status: 'failed' }, at: at(1) }]);
    expect(one.announced).toStrictEqual([offerKey]);
  });

  it('that confirms what is known announces nothing', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    const one = replica();
    await one.poll();
    expect(await saved()).toMatchObject({ seq: 0, pending: [], observedAt: t0 });
    expect(one.announced).toStrictEqual([]);
    expect(await watched()).toMatchObject({ checkedAt: at(1), failures: 0 });
  });

  it('is followed by the next after the time its stage deserves', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await replica().poll();
    expect((await watched())?.dueAt).toBe(at(1 + 15 * 60));
  });

  it('is followed by the next after the one time there is for all stages', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await replica({}, 7).poll();
    expect((await watched())?.dueAt).toBe(at(1 + 7));
  });

  it('comes when it is due, and not before', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await replica({}, 7).poll();
    clock.forward(6);
    await replica({}, 7).poll();
    expect(partnerCenter.reads).toHaveLength(1);
    clock.forward(1);
    await replica({}, 7).poll();
    expect(partnerCenter.reads).toHaveLength(2);
  });
});

describe('a read that fails', () => {
  it.each([{ kind: 'unavailable', reason: 'status 503' }, { kind: 'notFound' }] as const)(
    'as $kind is no event and changes nothing of the offer',
    async (reading) => {
      partnerCenter.reading = reading;
      const one = replica();
      await one.poll();
      expect(await saved()).toStrictEqual(offer);
      expect(one.announced).toStrictEqual([]);
      expect(await watched()).toMatchObject({ failures: 1, checkedAt: null });
    },
  );

  it('because there is no answer is logged with its reason', async () => {
    partnerCenter.reading = { kind: 'unavailable', reason: 'status 503' };
    const one = replica();
    await one.poll();
    expect(one.log.lines).toStrictEqual([
      { level: 'warn', fields: { offerKey, reason: 'status 503' }, text: 'an offer could not be read' },
    ]);
  });

  it('is tried again later and later, until one succeeds', async () => {
    partnerCenter.breaks();
    const waits: number[] = [];
    for (let reads = 0; reads < 7; reads += 1) {
      await replica().poll();
      const { dueAt } = (await watched()) ?? {};
      const seconds = (Date.parse(dueAt ?? '') - Date.parse(clock.now())) / 1_000;
      waits.push(seconds);
      clock.forward(seconds);
    }
    expect(waits).toStrictEqual([60, 120, 240, 480, 960, 1_800, 1_800]);
    expect(await watched()).toMatchObject({ failures: 7, checkedAt: null });
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await replica().poll();
    expect(await watched()).toMatchObject({ failures: 0, checkedAt: clock.now() });
  });

  it('of the store is logged, and looked at again when the lease is over', async () => {
    partnerCenter.shows(failed);
    const outage = () => Promise.reject(new Error('no answer'));
    const one = replica({ offers: beforeFirst(stores.offers, 'load', outage) });
    await one.poll();
    expect(one.log.lines).toMatchObject([{ level: 'error', fields: { offerKey } }]);
    clock.forward(60);
    await one.poll();
    expect(one.announced).toStrictEqual([offerKey]);
  });

  it('of one offer is no other one’s', async () => {
    const other = offerAt('certification', 'inProgress', { offerId: 'other', offerKey: 'contoso.other' });
    await stores.offers.create(other);
    await stores.watches.save(null, newWatch(other.offerKey, null, at(1)));
    partnerCenter.shows(failed);
    const load: typeof stores.offers.load = async (key, otherThan) =>
      key === offerKey ? Promise.reject(new Error('no answer')) : stores.offers.load(key, otherThan);
    const one = replica({ offers: { ...stores.offers, load } });
    await one.poll();
    expect(one.announced).toStrictEqual([other.offerKey]);
  });
});

describe('an offer that is not tracked any more', () => {
  it('is read no more, and is never due', async () => {
    await somebodySaves(stores.offers, offerKey, (known) => ({ ...known, tracked: false }));
    await replica().poll();
    expect(partnerCenter.reads).toStrictEqual([]);
    expect((await watched())?.dueAt).toBeNull();
  });

  it('is never due when there is none', async () => {
    await stores.watches.save(null, newWatch('contoso.nowhere', null, t0));
    await replica().poll();
    expect((await watched('contoso.nowhere'))?.dueAt).toBeNull();
  });

  it('and went away during the read leaves nothing to save', async () => {
    partnerCenter.shows(failed);
    const one = replica({ offers: emptyAfter(1, stores.offers) });
    await one.poll();
    expect(one.announced).toStrictEqual([]);
    expect(one.log.lines).toStrictEqual([]);
    expect(await watched()).toMatchObject({ failures: 0, misses: 0 });
  });
});
