import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { newWatch, type Watch } from '../../src/domain/watch.js';
import { makePollOffers } from '../../src/use-cases/poll-offers.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';
import { at, offerAt, submissionAt, t0 } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { beforeFirst, emptyAfter } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { loaded, somebodySaves } from '../support/presses.js';
import { RecordingLog } from '../support/recording-log.js';
import { openTestStores } from '../support/stores.js';

const offer = offerAt('certification', 'inProgress');
const { offerKey } = offer;
const failed = submissionAt('certification', 'failed');

let stores: Stores;
let partnerCenter: FakePublishing;
let clock: ManualClock;
let log: RecordingLog;
let announced: string[];

beforeEach(async () => {
  stores = await openTestStores();
  partnerCenter = new FakePublishing();
  clock = new ManualClock();
  log = new RecordingLog();
  announced = [];
  await stores.offers.create(offer);
  await stores.watches.save(null, newWatch(offerKey, null, t0));
  clock.forward(1);
});
afterEach(() => stores.dispose());

function poller(ports: Partial<Stores> = {}, everySeconds: number | null = null) {
  const catalog = { versionOf: async () => null };
  const publishing = partnerCenter;
  return makePollOffers({
    ...stores,
    ...ports,
    source: makeStatusSource({ publishing, marketplace: catalog, contentHub: catalog, clock }),
    clock,
    random: () => 0,
    log,
    everySeconds,
    announce: (key) => void announced.push(key),
  });
}

const watched = async (key = offerKey): Promise<Watch | undefined> => (await stores.watches.load(key))?.value;
const saved = async () => (await loaded(stores.offers, offerKey)).value;

describe('a look at an offer', () => {
  it('that shows a change saves it with its event, and has it announced', async () => {
    partnerCenter.shows(failed);
    await poller()();
    expect((await saved()).pending).toMatchObject([{ kind: 'moved', to: { status: 'failed' }, at: at(1) }]);
    expect(announced).toStrictEqual([offerKey]);
  });

  it('that confirms what is known announces nothing', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poller()();
    expect(await saved()).toMatchObject({ seq: 0, pending: [], observedAt: t0 });
    expect(announced).toStrictEqual([]);
    expect(await watched()).toMatchObject({ checkedAt: at(1), failures: 0 });
  });

  it('is followed by the next after the time its stage deserves', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poller()();
    expect((await watched())?.dueAt).toBe(at(1 + 15 * 60));
  });

  it('is followed by the next after the one time there is for all stages', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poller({}, 7)();
    expect((await watched())?.dueAt).toBe(at(1 + 7));
  });

  it('comes when it is due, and not before', async () => {
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poller({}, 7)();
    clock.forward(6);
    await poller({}, 7)();
    expect(partnerCenter.reads).toHaveLength(1);
    clock.forward(1);
    await poller({}, 7)();
    expect(partnerCenter.reads).toHaveLength(2);
  });
});

describe('a read that fails', () => {
  it.each([{ kind: 'unavailable', reason: 'status 503' }, { kind: 'notFound' }] as const)(
    'as $kind is no event and changes nothing of the offer',
    async (reading) => {
      partnerCenter.reading = reading;
      await poller()();
      expect(await saved()).toStrictEqual(offer);
      expect(announced).toStrictEqual([]);
      expect(log.lines).toMatchObject([{ level: 'warn', fields: { offerKey, reading: reading.kind } }]);
    },
  );

  it('is tried again later and later, until one succeeds', async () => {
    partnerCenter.breaks();
    const waits: number[] = [];
    for (let reads = 0; reads < 7; reads += 1) {
      await poller()();
      const { dueAt } = (await watched()) ?? {};
      const seconds = (Date.parse(dueAt ?? '') - Date.parse(clock.now())) / 1_000;
      waits.push(seconds);
      clock.forward(seconds);
    }
    expect(waits).toStrictEqual([60, 120, 240, 480, 960, 1_800, 1_800]);
    expect(await watched()).toMatchObject({ failures: 7, checkedAt: null });
    partnerCenter.shows(submissionAt('certification', 'inProgress'));
    await poller()();
    expect(await watched()).toMatchObject({ failures: 0, checkedAt: clock.now() });
  });

  it('of the store is logged, and looked at again when the lease is over', async () => {
    partnerCenter.shows(failed);
    const outage = () => Promise.reject(new Error('no answer'));
    const poll = poller({ offers: beforeFirst(stores.offers, 'load', outage) });
    await poll();
    expect(log.lines).toMatchObject([{ level: 'error', fields: { offerKey } }]);
    clock.forward(60);
    await poll();
    expect(announced).toStrictEqual([offerKey]);
  });

  it('of one offer is no other one’s', async () => {
    const other = offerAt('certification', 'inProgress', { offerId: 'other', offerKey: 'contoso.other' });
    await stores.offers.create(other);
    await stores.watches.save(null, newWatch(other.offerKey, null, at(1)));
    partnerCenter.shows(failed);
    const load: typeof stores.offers.load = async (key, otherThan) =>
      key === offerKey ? Promise.reject(new Error('no answer')) : stores.offers.load(key, otherThan);
    await poller({ offers: { ...stores.offers, load } })();
    expect(announced).toStrictEqual([other.offerKey]);
  });
});

describe('several replicas', () => {
  it('read an offer once', async () => {
    partnerCenter.shows(failed);
    await Promise.all([poller()(), poller()(), poller()(), poller()()]);
    expect(partnerCenter.reads).toStrictEqual([offerKey]);
    expect((await saved()).seq).toBe(1);
  });

  it('read an offer once when both found it due and one claims it first', async () => {
    partnerCenter.shows(failed);
    await poller({ watches: beforeFirst(stores.watches, 'save', poller()) })();
    expect(partnerCenter.reads).toStrictEqual([offerKey]);
  });

  it('leave alone what was claimed after the list of due ones was made', async () => {
    partnerCenter.shows(failed);
    const due: typeof stores.watches.due = async (now, most) =>
      (await stores.watches.due(now, most)).map((stored) => ({
        ...stored,
        value: { ...stored.value, dueAt: at(61) },
      }));
    await poller({ watches: { ...stores.watches, due } })();
    expect(partnerCenter.reads).toStrictEqual([]);
  });
});

describe('an offer that is not tracked any more', () => {
  it('is read no more, and is never due', async () => {
    await somebodySaves(stores.offers, offerKey, (known) => ({ ...known, tracked: false }));
    await poller()();
    expect(partnerCenter.reads).toStrictEqual([]);
    expect((await watched())?.dueAt).toBeNull();
  });

  it('is never due when there is none', async () => {
    await stores.watches.save(null, newWatch('contoso.nowhere', null, t0));
    await poller()();
    expect((await watched('contoso.nowhere'))?.dueAt).toBeNull();
  });

  it('and went away during the read leaves nothing to save', async () => {
    partnerCenter.shows(failed);
    await poller({ offers: emptyAfter(1, stores.offers) })();
    expect(announced).toStrictEqual([]);
    expect(log.lines).toStrictEqual([]);
  });
});
