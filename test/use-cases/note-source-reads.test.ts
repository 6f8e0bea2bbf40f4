import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Admins } from '../../src/domain/person.js';
import { makeNoteSourceReads } from '../../src/use-cases/note-source-reads.js';
import { at, t0 } from '../support/build.js';
import { beforeCall, beforeFirst, Died, diesBefore } from '../support/interfere.js';
import { ManualClock } from '../support/manual-clock.js';
import { conversationAt } from '../support/places.js';
import { openTestStores } from '../support/stores.js';

/** What admins are told of a source, each in their personal chat. */
const fifteenMinutes = 15 * 60;
const admins: Admins = [
  { objectId: 'object-of-admin', tenantId: null },
  { objectId: 'object-of-deputy', tenantId: null },
];

let stores: Stores;
let clock: ManualClock;
let sent: string[];
beforeEach(async () => {
  stores = await openTestStores();
  clock = new ManualClock();
  sent = [];
  for (const role of ['admin', 'deputy', 'colleague'])
    await stores.conversations.put(
      conversationAt({ conversationId: `a:${role}`, kind: 'personal', personId: `object-of-${role}` }),
    );
  await stores.conversations.put(conversationAt());
});
afterEach(() => stores.dispose());

function replica(ports: Partial<Stores> = {}, who = admins) {
  const send = (conversationId: string, about: string) => void sent.push(`${conversationId} ${about}`);
  return makeNoteSourceReads({ ...stores, ...ports, admins: who, clock, send });
}
type Notes = ReturnType<typeof replica>;

const good = (notes: Notes) => notes([{ source: 'partnerCenter', good: true }]);
const bad = (notes: Notes) => notes([{ source: 'partnerCenter', good: false }]);
const health = async () => (await stores.health.load('partnerCenter'))?.value;

/** A failed read, and one after so many seconds. */
async function failFor(seconds: number, notes = replica()): Promise<Notes> {
  await bad(notes);
  clock.forward(seconds);
  await bad(notes);
  return notes;
}

/** Everything owed to a conversation about Partner Center, in order. */
async function owedTo(conversationId: string): Promise<readonly string[]> {
  const owed: string[] = [];
  const next = () => stores.deliveries.head(conversationId, 'source:partnerCenter');
  for (let head = await next(); head !== null; head = await next()) {
    const { value } = head;
    owed.push(value.kind === 'notice' ? `${value.seq} ${value.notice.kind}` : value.kind);
    await stores.deliveries.replace(head, { ...value, state: 'sent', dueAt: null });
  }
  return owed;
}

describe('a source that answers', () => {
  it('is nothing to tell and nothing to keep', async () => {
    const notes = replica();
    await good(notes);
    await good(notes);
    expect(await health()).toBeUndefined();
    expect(sent).toStrictEqual([]);
  });

  it('is trusted to answer for a minute: it is not looked up each time', async () => {
    const loads: string[] = [];
    const load: typeof stores.health.load = (source) => {
      loads.push(source);
      return stores.health.load(source);
    };
    const notes = replica({ health: { ...stores.health, load } });
    await good(notes);
    clock.forward(59);
    await good(notes);
    expect(loads).toHaveLength(1);
    clock.forward(1);
    await good(notes);
    expect(loads).toHaveLength(2);
  });
});

describe('a source that fails', () => {
  it('for less than fifteen minutes is kept and told to nobody, also when it is back', async () => {
    const notes = await failFor(fifteenMinutes - 1);
    expect(await health()).toMatchObject({ failingSince: t0, toldDown: false });
    await good(notes);
    expect(await health()).toMatchObject({ failingSince: null });
    expect(sent).toStrictEqual([]);
  });

  it('for fifteen minutes is told to each admin, once, in the personal chat', async () => {
    const notes = await failFor(fifteenMinutes);
    clock.forward(fifteenMinutes);
    await bad(notes);
    await bad(replica());
    expect(sent.toSorted()).toStrictEqual(['a:admin source:partnerCenter', 'a:deputy source:partnerCenter']);
    const head = await stores.deliveries.head('a:admin', 'source:partnerCenter');
    expect(head?.value).toMatchObject({
      kind: 'notice',
      notice: { source: 'partnerCenter', kind: 'down', failingSince: t0, at: at(fifteenMinutes) },
    });
    expect(await owedTo('a:admin')).toStrictEqual(['1 down']);
    expect(await owedTo('a:deputy')).toStrictEqual(['1 down']);
    expect(await owedTo('a:colleague')).toStrictEqual([]);
  });

  it('counts from the last good read on', async () => {
    const notes = await failFor(fifteenMinutes - 1);
    await good(notes);
    await failFor(fifteenMinutes - 1, notes);
    expect(sent).toStrictEqual([]);
  });

  it('is told to everybody with a personal chat where everybody is an admin', async () => {
    await failFor(fifteenMinutes, replica({}, 'everybody'));
    expect(sent.toSorted()).toStrictEqual([
      'a:admin source:partnerCenter',
      'a:colleague source:partnerCenter',
      'a:deputy source:partnerCenter',
    ]);
  });

  it('is kept apart from the others', async () => {
    const notes = replica();
    for (const seconds of [fifteenMinutes, 0]) {
      await notes([
        { source: 'partnerCenter', good: true },
        { source: 'marketplace', good: false },
      ]);
      clock.forward(seconds);
    }
    expect(sent.toSorted()).toStrictEqual(['a:admin source:marketplace', 'a:deputy source:marketplace']);
    expect(await health()).toBeUndefined();
  });
});

describe('a source that is back', () => {
  it('is told once, by whoever reads it first', async () => {
    const notes = await failFor(fifteenMinutes);
    clock.forward(60);
    await good(replica());
    await good(notes);
    await good(replica());
    expect(await owedTo('a:admin')).toStrictEqual(['1 down', '2 back']);
  });

  it('and fails again is told again', async () => {
    const notes = await failFor(fifteenMinutes);
    await good(notes);
    await failFor(fifteenMinutes, notes);
    await good(notes);
    expect(await owedTo('a:admin')).toStrictEqual(['1 down', '2 back', '3 down', '4 back']);
  });
});

describe('several replicas', () => {
  it('that notice a failure at once keep one beginning of it', async () => {
    await Promise.all([bad(replica()), bad(replica()), bad(replica())]);
    clock.forward(60);
    await bad(replica());
    expect(await health()).toMatchObject({ failingSince: t0, seq: 0 });
  });

  it('that notice the fifteen minutes at once tell it once', async () => {
    await bad(replica());
    clock.forward(fifteenMinutes);
    await Promise.all([bad(replica()), bad(replica()), bad(replica())]);
    expect(await owedTo('a:admin')).toStrictEqual(['1 down']);
  });

  it('one of which reads well while another one decides that it is down: it fails since now, and no longer', async () => {
    await bad(replica());
    clock.forward(fifteenMinutes);
    const other = () => good(replica());
    await bad(replica({ health: beforeFirst(stores.health, 'save', other) }));
    expect(await health()).toMatchObject({ failingSince: at(fifteenMinutes), toldDown: false });
  });
});

describe('a process that died', () => {
  it('among the notices: those that are missing are made, and none is made again', async () => {
    await bad(replica());
    clock.forward(fifteenMinutes);
    const deliveries = beforeCall(2, stores.deliveries, 'create', diesBefore);
    await expect(bad(replica({ deliveries }))).rejects.toThrow(Died);
    await bad(replica());
    expect(await owedTo('a:admin')).toStrictEqual(['1 down']);
    expect(await owedTo('a:deputy')).toStrictEqual(['1 down']);
  });

  it('after the notices and before they were noted: none is made again', async () => {
    await bad(replica());
    clock.forward(fifteenMinutes);
    const dying = replica({ health: beforeFirst(stores.health, 'save', diesBefore) });
    await expect(bad(dying)).rejects.toThrow(Died);
    clock.forward(60);
    await bad(replica());
    await good(replica());
    expect(await owedTo('a:admin')).toStrictEqual(['1 down', '2 back']);
  });
});
