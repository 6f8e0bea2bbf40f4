import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient, type Container } from '@azure/cosmos';
import Items from '@vercel/cosmosdb-server/lib/account/items';
import type { Running } from '../../../src/local/run-as-child.js';
import { startEmbeddedCosmos, type EmbeddedCosmos } from '../../../src/local/cosmos/start-embedded-cosmos.js';

let dataDir: string;
let cosmos: Running<EmbeddedCosmos>;
let client: CosmosClient;
let offers: Container;

function clientWith(key: string): CosmosClient {
  const connectionPolicy = { enableEndpointDiscovery: false };
  return new CosmosClient({ endpoint: cosmos.ready.endpoint, key, connectionPolicy });
}

async function containerOf(name: string, partitionKey: string): Promise<Container> {
  const { database } = await client.databases.createIfNotExists({ id: 'offerwatch' });
  const answer = await database.containers.createIfNotExists({ id: name, partitionKey });
  return answer.container;
}

async function fill(container: Container, offerKey: unknown, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `event:${index}`);
  await Promise.all(ids.map((id) => container.items.create({ id, offerKey })));
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'offerwatch-cosmos-'));
  cosmos = await startEmbeddedCosmos({ dataDir });
  client = clientWith(cosmos.ready.key);
});

beforeEach(async () => {
  offers = await containerOf('offers', '/offerKey');
});

afterEach(async () => {
  jest.restoreAllMocks();
  await offers.delete();
});

afterAll(async () => {
  client.dispose();
  await cosmos.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the key', () => {
  it('is asked for: another one is refused with a Cosmos DB error', async () => {
    const stranger = clientWith(Buffer.from('another key').toString('base64'));
    await expect(stranger.database('offerwatch').read()).rejects.toMatchObject({
      code: 401,
      body: { code: 'Unauthorized' },
    });
    stranger.dispose();
  });

  it.each([
    ['no token', {}],
    ['a token that is not percent-encoded', { authorization: '%' }],
    ['an empty signature', { authorization: encodeURIComponent('type=master&ver=1.0&sig=') }],
    ['a short signature', { authorization: encodeURIComponent('type=master&ver=1.0&sig=AAAA') }],
  ])('is asked for: %s is refused', async (_, headers) => {
    const answer = await fetch(`${cosmos.ready.endpoint}/dbs`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'Unauthorized' });
  });

  it('signs ids that have to be encoded in a path', async () => {
    const id = '19:abc_é@thread.tacv2;messageid=1 %2F';
    await offers.items.create({ id, offerKey: id, n: 1 });
    const { resource } = await offers.item(id, id).read<{ n: number }>();
    expect(resource?.n).toBe(1);
  });
});

describe('a partition key', () => {
  const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).toSorted();

  it('confines queries and feeds to its partition', async () => {
    await fill(offers, 'contoso.one', 3);
    await fill(offers, 'contoso.two', 2);
    const query = 'SELECT * FROM c ORDER BY c.id';
    const one = await offers.items.query(query, { partitionKey: 'contoso.one' }).fetchAll();
    const two = await offers.items.readAll<{ id: string }>({ partitionKey: 'contoso.two' }).fetchAll();
    const all = await offers.items.query(query).fetchAll();
    expect(idsOf(one.resources)).toEqual(['event:0', 'event:1', 'event:2']);
    expect(idsOf(two.resources as { id: string }[])).toEqual(['event:0', 'event:1']);
    expect(all.resources).toHaveLength(5);
  });

  it('tells 1 from "1" and a missing key from both', async () => {
    await offers.items.create({ id: 'number', offerKey: 1 });
    await offers.items.create({ id: 'text', offerKey: '1' });
    await offers.items.create({ id: 'none' });
    const found = async (partitionKey: string | number | object): Promise<string[]> => {
      const rows = await offers.items
        .query('SELECT * FROM c', { partitionKey: partitionKey as string })
        .fetchAll();
      return idsOf(rows.resources);
    };
    expect(await found(1)).toEqual(['number']);
    expect(await found('1')).toEqual(['text']);
    expect(await found([{}])).toEqual(['none']);
    expect(await found('elsewhere')).toEqual([]);
  });

  it('follows what is replaced, deleted and paged', async () => {
    await fill(offers, 'contoso.one', 4);
    await offers.item('event:0', 'contoso.one').replace({ id: 'event:0', offerKey: 'contoso.one', seq: 7 });
    await offers.item('event:1', 'contoso.one').delete();
    const pages = offers.items.query('SELECT * FROM c', { partitionKey: 'contoso.one', maxItemCount: 2 });
    const first = await pages.fetchNext();
    const second = await pages.fetchNext();
    expect(first.resources).toHaveLength(2);
    expect(idsOf([...first.resources, ...second.resources])).toEqual(['event:0', 'event:2', 'event:3']);
    expect([...first.resources, ...second.resources]).toContainEqual(expect.objectContaining({ seq: 7 }));
  });

  it('confines the condition of a patch', async () => {
    await offers.items.create({ id: 'offer', offerKey: 'contoso.one', n: 1 });
    await offers.items.create({ id: 'offer', offerKey: 'contoso.two', n: 2 });
    const patch = {
      condition: 'from c where c.n = 2',
      operations: [{ op: 'incr' as const, path: '/n', value: 1 }],
    };
    await expect(offers.item('offer', 'contoso.one').patch(patch)).rejects.toMatchObject({ code: 412 });
    const { resource } = await offers.item('offer', 'contoso.two').patch(patch);
    expect(resource).toMatchObject({ n: 3 });
  });

  it('makes a query cost what its partition holds, whatever the others hold', async () => {
    const handedOver: number[] = [];
    const real = Reflect.get(Items.prototype, '_getQuery');
    jest.spyOn(Items.prototype, '_getQuery').mockImplementation(function (this: Items<never, never>, sql) {
      const query = real.call(this, sql);
      const exec: typeof query.exec = (documents, options) => {
        handedOver.push(documents.length);
        return query.exec(documents, options);
      };
      return Object.assign(Object.create(query) as typeof query, { exec });
    });
    const look = () =>
      offers.items.query('SELECT * FROM c WHERE c.seq > 1', { partitionKey: 'contoso.one' }).fetchAll();
    await fill(offers, 'contoso.one', 5);
    await look();
    for (let other = 0; other < 20; other += 1) await fill(offers, `fabrikam.${other}`, 10);
    await look();
    await offers.items.query('SELECT VALUE COUNT(1) FROM c').fetchAll();
    // beside every query the client asks for its plan, which looks at no document
    expect(handedOver.filter((count) => count > 0)).toEqual([5, 5, 205]);
  });
});

describe('a container', () => {
  it('keeps its documents when its definition is replaced', async () => {
    await fill(offers, 'contoso.one', 2);
    const { resource } = await offers.read();
    await offers.replace({
      id: 'offers',
      partitionKey: resource?.partitionKey ?? { paths: [] },
      defaultTtl: 60,
    });
    await offers.items.create({ id: 'event:9', offerKey: 'contoso.one' });
    const rows = await offers.items.query('SELECT * FROM c', { partitionKey: 'contoso.one' }).fetchAll();
    expect(rows.resources).toHaveLength(3);
  });

  it('that is missing is answered with 404', async () => {
    const missing = client.database('offerwatch').container('missing');
    const query = missing.items.query('SELECT * FROM c', { partitionKey: 'contoso.one' });
    await expect(query.fetchAll()).rejects.toMatchObject({ code: 404 });
  });
});
