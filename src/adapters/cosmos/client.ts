import { CosmosClient, type Container, type Database } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';

/** Where the store is. `key` null: the Azure identity of the process, which may not create anything. */
export interface CosmosSettings {
  readonly endpoint: string;
  readonly key: string | null;
  readonly database: string;
}

/** The four containers of the design, by their partition key. */
const partitionKeys = {
  offers: '/offerKey',
  subscriptions: '/topic',
  conversations: '/conversationId',
  deliveries: '/conversationId',
} as const;

type ContainerName = keyof typeof partitionKeys;

export interface Containers extends Readonly<Record<ContainerName, Container>> {
  /** Rejects when the store does not answer. */
  ping(): Promise<void>;
  dispose(): void;
}

/** A container that must exist and does not, in words for the one who starts the process. */
export class MissingContainer extends Error {}

/**
 * Opens the store: with a key, what is missing is created; with an identity it must be there.
 * @throws MissingContainer naming what `infra/` should have made.
 */
export async function openContainers(settings: CosmosSettings): Promise<Containers> {
  const client = new CosmosClient({
    endpoint: settings.endpoint,
    ...(settings.key === null ? { aadCredentials: new DefaultAzureCredential() } : { key: settings.key }),
    // Endpoints on loopback answer only where they were asked; the account document names others.
    ...(isPlainHttp(settings.endpoint) && { connectionPolicy: { enableEndpointDiscovery: false } }),
  });
  const database = client.database(settings.database);
  await (settings.key === null ? checkContainers(database) : createContainers(client, settings.database));
  const containers = Object.fromEntries(
    Object.keys(partitionKeys).map((name) => [name, database.container(name)]),
  ) as Record<ContainerName, Container>;
  return {
    ...containers,
    ping: async () => {
      await database.read({ abortSignal: AbortSignal.timeout(3_000) });
    },
    dispose: () => client.dispose(),
  };
}

async function createContainers(client: CosmosClient, name: string): Promise<void> {
  const { database } = await client.databases.createIfNotExists({ id: name });
  await Promise.all(
    Object.entries(partitionKeys).map(([id, path]) =>
      // -1: documents live until their own `ttl`, where they have one.
      database.containers.createIfNotExists({ id, partitionKey: { paths: [path] }, defaultTtl: -1 }),
    ),
  );
}

async function checkContainers(database: Database): Promise<void> {
  for (const id of Object.keys(partitionKeys)) {
    const { statusCode } = await database.container(id).read().catch(statusOf);
    if (statusCode === 404)
      throw new MissingContainer(
        `COSMOS_DATABASE: the container "${id}" is missing in "${database.id}"; create it with the templates in infra/`,
      );
  }
}

function statusOf(error: unknown): { statusCode: unknown } {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 404) return { statusCode: 404 };
  throw error;
}

function isPlainHttp(endpoint: string): boolean {
  return new URL(endpoint).protocol === 'http:';
}
