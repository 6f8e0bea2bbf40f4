import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient, type Container } from '@azure/cosmos';
import { startEmbeddedCosmos, type EmbeddedCosmos } from '../../../src/local/cosmos/start-embedded-cosmos.js';

const SCRIPT = path.resolve(__dirname, '../../../dist/local/cosmos/process.js');

interface Stored {
  readonly id: string;
  readonly n: number;
  readonly _etag: string;
  readonly _rid: string;
  readonly _ts: number;
}

let dataDir: string;
let journal: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'offerwatch-journal-'));
  journal = path.join(dataDir, 'cosmos.journal');
});

afterEach(() => rmSync(dataDir, { recursive: true }));

async function offersAt({
  endpoint,
  key,
}: EmbeddedCosmos): Promise<{ client: CosmosClient; offers: Container }> {
  const client = new CosmosClient({
    endpoint,
    key,
    connectionPolicy: {
      enableEndpointDiscovery: false,
      requestTimeout: 2_000,
      retryOptions: {
        maxRetryAttemptCount: 0,
        fixedRetryIntervalInMilliseconds: 1,
        maxWaitTimeInSeconds: 0,
      },
    },
  });
  const { database } = await client.databases.createIfNotExists({ id: 'offerwatch' });
  const definition = {
    id: 'offers',
    partitionKey: '/offerKey',
    uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/name'] }] },
  };
  const { container: offers } = await database.containers.createIfNotExists(definition);
  return { client, offers };
}

/** One life of the endpoint over the data folder. */
async function during<T>(work: (offers: Container) => Promise<T>): Promise<T> {
  const cosmos = await startEmbeddedCosmos({ dataDir });
  const { client, offers } = await offersAt(cosmos.ready);
  try {
    return await work(offers);
  } finally {
    client.dispose();
    await cosmos.stop();
  }
}

async function everything(offers: Container): Promise<Stored[]> {
  const { resources } = await offers.items.query<Stored>('SELECT * FROM c').fetchAll();
  return resources.toSorted((one, other) => one.id.localeCompare(other.id));
}

const create = (offers: Container, id: string): Promise<unknown> =>
  offers.items.create({ id, name: id, offerKey: 'contoso.one', n: 0 });

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

describe('what was acknowledged', () => {
  async function killAmidWrites(child: ChildProcess): Promise<Map<string, Stored>> {
    const [{ ready }] = (await once(child, 'message')) as [{ ready: EmbeddedCosmos }];
    const { client, offers } = await offersAt(ready);
    const acknowledged = new Map<string, Stored>();
    const died = once(child, 'exit');
    const writer = async (name: string): Promise<never> => {
      for (let n = 0; ; n += 1) {
        const { resource: made } = await offers.items.create<object>({
          id: `${name}-${n}`,
          name: `${name}-${n}`,
          offerKey: name,
          n,
        });
        acknowledged.set(`${name}-${n}`, made as unknown as Stored);
        const { resource: kept } = await offers.items.upsert({ id: name, name, offerKey: name, n });
        acknowledged.set(name, kept as unknown as Stored);
        if (acknowledged.size >= 100) child.kill('SIGKILL');
      }
    };
    const writers = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map(writer));
    expect(writers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await died).toEqual([null, 'SIGKILL']);
    client.dispose();
    return acknowledged;
  }

  it('survives a kill amid writes and a restart, etags unchanged', async () => {
    const child = fork(SCRIPT, [JSON.stringify({ dataDir })], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const acknowledged = await killAmidWrites(child);
    expect(acknowledged.size).toBeGreaterThanOrEqual(100);

    const found = new Map((await during(everything)).map((document) => [document.id, document]));
    for (const [id, document] of acknowledged) {
      const kept = found.get(id);
      // a write that was under way at the kill may stand without having been acknowledged
      if (kept?.n === document.n + 1 && !id.includes('-')) continue;
      expect(kept).toEqual(document);
    }
    expect(found.size).toBeLessThanOrEqual(acknowledged.size + 6);
  });

  it('is still guarded by its etag and its unique keys after a restart', async () => {
    await during((offers) => create(offers, 'offer'));
    await during(async (offers) => {
      const [before] = await everything(offers);
      const item = offers.item('offer', 'contoso.one');
      const replace = (n: number, etag: string) =>
        item.replace(
          { id: 'offer', name: 'offer', offerKey: 'contoso.one', n },
          { accessCondition: { type: 'IfMatch', condition: etag } },
        );
      const etag = before?._etag ?? '';
      await replace(1, etag);
      await expect(replace(2, etag)).rejects.toMatchObject({ code: 412 });
      const sameName = offers.items.create({ id: 'other', name: 'offer', offerKey: 'contoso.one' });
      await expect(sameName).rejects.toMatchObject({ code: 409 });
      expect(await everything(offers)).toMatchObject([{ id: 'offer', n: 1, _rid: before?._rid }]);
    });
  });

  it('is one line of the journal per change, a replace too', async () => {
    await during(async (offers) => {
      const before = linesOf(journal).length;
      await create(offers, 'offer');
      await offers.items.upsert({ id: 'offer', name: 'offer', offerKey: 'contoso.one', n: 1 });
      await offers.item('offer', 'contoso.one').patch([{ op: 'incr', path: '/n', value: 1 }]);
      await offers.item('offer', 'contoso.one').delete();
      expect(linesOf(journal)).toHaveLength(before + 4);
    });
    expect(await during(everything)).toEqual([]);
  });
});

describe('a start', () => {
  it('drops half a last line and writes on', async () => {
    const whole = await during(async (offers) => {
      await create(offers, 'a');
      return everything(offers);
    });
    const [, , line = ''] = linesOf(journal);
    expect(line).toContain('"id":"a"');
    appendFileSync(journal, line.replace('"id":"a"', '"id":"b"').slice(0, -1));
    expect(await during(everything)).toEqual(whole);
    await during((offers) => create(offers, 'c'));
    expect((await during(everything)).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('compacts the journal and keeps everything', async () => {
    const before = await during(async (offers) => {
      for (const id of ['a', 'b', 'c', 'd']) await create(offers, id);
      for (const id of ['a', 'b', 'c']) {
        await offers.item(id, 'contoso.one').patch([{ op: 'incr', path: '/n', value: 1 }]);
      }
      await offers.item('b', 'contoso.one').delete();
      await offers.database.containers.create({ id: 'gone', partitionKey: '/id' });
      await offers.database.container('gone').delete();
      return everything(offers);
    });
    expect(before).toMatchObject([
      { id: 'a', n: 1 },
      { id: 'c', n: 1 },
      { id: 'd', n: 0 },
    ]);
    const long = linesOf(journal).length;
    expect(await during(everything)).toEqual(before);
    const short = linesOf(journal);
    expect(long).toBe(12);
    expect(short).toHaveLength(5);
    expect(await during(everything)).toEqual(before);
    expect(linesOf(journal)).toEqual(short);
  });

  it('gives out no resource id twice', async () => {
    await during(async (offers) => {
      for (const id of ['a', 'b', 'c']) await create(offers, id);
      await offers.item('a', 'contoso.one').delete();
    });
    const kept = await during(async (offers) => {
      await create(offers, 'd');
      return everything(offers);
    });
    expect(kept.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(new Set(kept.map(({ _rid }) => _rid)).size).toBe(3);
  });

  it('reads lines longer than it reads at once', async () => {
    const text = 'é'.repeat(1_300_000);
    await during((offers) => offers.items.create({ id: 'big', name: 'big', offerKey: 'contoso.one', text }));
    expect(await during(everything)).toMatchObject([{ id: 'big', text }]);
  });

  it('refuses a journal damaged in the middle, naming the line', async () => {
    await during((offers) => create(offers, 'a'));
    const [database = '', container = '', document = ''] = linesOf(journal);
    const damaged = `${database}\n${container.slice(9)}\n${document}\n`;
    writeFileSync(journal, damaged);
    await expect(startEmbeddedCosmos({ dataDir })).rejects.toThrow(
      `Line 2 of ${journal} in DATA_DIR is damaged. Restore the file, or set DATA_DIR to another folder.`,
    );
    expect(readFileSync(journal, 'utf8')).toBe(damaged);
  });

  it('finds the key it made before, readable by its owner only', async () => {
    const keys: string[] = [];
    for (let life = 0; life < 2; life += 1) {
      const cosmos = await startEmbeddedCosmos({ dataDir });
      keys.push(cosmos.ready.key);
      await cosmos.stop();
    }
    expect(Buffer.from(keys[0] ?? '', 'base64')).toHaveLength(64);
    expect(keys[1]).toBe(keys[0]);
    expect(statSync(path.join(dataDir, 'cosmos.key')).mode & 0o777).toBe(0o600);
  });
});
