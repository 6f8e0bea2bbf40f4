import type { Server } from 'restify';
import { MissingContainer, type CosmosSettings } from './adapters/cosmos/client.js';
import { openStores, type Stores } from './adapters/cosmos/stores.js';
import { makeCloudAdapter } from './adapters/teams/cloud-adapter.js';
import { createApp, type Outside, type Settings } from './app.js';
import type { Config } from './config.js';
import type { Log } from './ports.js';
import { reach, sourcesOf, type Sources, type Substitutes } from './sources.js';

/** The running bot. */
export interface Service {
  readonly address: string;
  stop(): Promise<void>;
}

/** How long requests under way may take when the end has come. */
const longestRequestMs = 1_500;

/**
 * Gives the app the real outside and lets it listen.
 * @throws Error with one sentence for people when the store cannot be had, the system's own for the port.
 */
export async function startService(
  config: Config,
  substitutes: Substitutes | null,
  log: Log,
): Promise<Service> {
  const cosmos = config.cosmos ?? substitutes?.cosmos;
  if (!cosmos) throw new Error('COSMOS_ENDPOINT: is missing; set it to the address of a Cosmos DB account');
  const sources = sourcesOf(config, substitutes);
  const outside: Outside = {
    stores: await storesAt({ ...cosmos, database: config.cosmosDatabase }),
    ...reach(sources, log),
    adapter: makeCloudAdapter(config.registration, log),
    clock: { now: () => new Date().toISOString() },
    random: Math.random,
    log,
  };
  const app = createApp(outside, settingsOf(config, substitutes, sources));
  await listen(app.server, config);
  await app.start();
  return {
    address: addressOf(app.server),
    stop: async () => {
      await closed(app.server);
      await app.stop();
    },
  };
}

/** What an SDK says of a store it cannot open is long, and may hold what is no business of a terminal. */
async function storesAt(settings: CosmosSettings): Promise<Stores> {
  try {
    return await openStores(settings);
  } catch (error) {
    if (error instanceof MissingContainer) throw error;
    const code = error instanceof Error ? ('code' in error ? error.code : error.name) : 'no reason given';
    const { host } = new URL(settings.endpoint);
    throw new Error(
      `COSMOS_ENDPOINT: the store at ${host} cannot be opened (${String(code)}); check that address, COSMOS_KEY or the role of the Azure identity, and the network`,
      { cause: error },
    );
  }
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    if (host === null) server.listen(port, resolve);
    else server.listen(port, host, resolve);
  });
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address();
  if (address === '::' || address === '0.0.0.0') return `http://localhost:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

/** Takes no more requests, and resolves when those under way are answered or have had their time. */
function closed({ server }: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy is kept alive after its answer, unless somebody closes it.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), longestRequestMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

function settingsOf(config: Config, substitutes: Substitutes | null, sources: Sources | null): Settings {
  const { admins, allowedTenants, goLive, pollSeconds, timeZone, registration, webhookSecrets } = config;
  return {
    appId: registration?.appId ?? '',
    admins,
    allowedTenants,
    goLive,
    pollSeconds,
    timeZone,
    // Where Partner Center is off, what is pushed tells of the last stage too.
    hubWatched: sources === null || sources.workspace !== null,
    reads: sources !== null,
    webhookSecrets,
    simulated: Boolean(substitutes?.simulator),
    trackAtStart: substitutes?.simulator?.offers ?? [],
  };
}
