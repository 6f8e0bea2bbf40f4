import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { openStores, type Stores } from '../../src/adapters/cosmos/stores.js';

export interface Account {
  readonly endpoint: string;
  readonly key: string;
}

/** The embedded endpoint that all test files share; each opens databases of its own. */
function embeddedAccount(): Account {
  const shared = process.env['OFFERWATCH_SHARED_STORE'];
  if (shared === undefined) throw new Error('the global setup has not started the store');
  return JSON.parse(shared) as Account;
}

/** The accounts that the contract suites run against: the embedded one always, a real one where configured. */
export function accounts(): readonly [name: string, account: Account][] {
  const endpoint = process.env['COSMOS_TEST_ENDPOINT'];
  const key = process.env['COSMOS_TEST_KEY'];
  const embedded: [string, Account] = ['embedded', embeddedAccount()];
  return endpoint && key ? [embedded, ['COSMOS_TEST_ENDPOINT', { endpoint, key }]] : [embedded];
}

/** Stores in a database of a random name, which `dispose` deletes; the embedded endpoint ends with the run. */
export async function openTestStores(account: Account = embeddedAccount()): Promise<Stores> {
  const database = `test-${randomUUID()}`;
  const stores = await openStores({ ...account, database });
  return {
    ...stores,
    dispose: () => {
      stores.dispose();
      if (account.endpoint !== embeddedAccount().endpoint) void deleteDatabase(account, database);
    },
  };
}

async function deleteDatabase({ endpoint, key }: Account, name: string): Promise<void> {
  const client = new CosmosClient({
    endpoint,
    key,
    ...(endpoint.startsWith('http:') && { connectionPolicy: { enableEndpointDiscovery: false } }),
  });
  await client.database(name).delete();
  client.dispose();
}
