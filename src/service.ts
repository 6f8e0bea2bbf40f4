import type { AddressInfo } from 'node:net';
import { makeContentHub } from './adapters/content-hub/packages.js';
import { openStores } from './adapters/cosmos/stores.js';
import { makeMarketplaceCatalog } from './adapters/marketplace/catalog.js';
import { makeIngestionClient } from './adapters/partner-center/client.js';
import { makePublishingSource } from './adapters/partner-center/source.js';
import { makeTokenSource, type ClientCredentials } from './adapters/partner-center/token.js';
import { makeCloudAdapter } from './adapters/teams/cloud-adapter.js';
import { createApp, type Outside, type Settings } from './app.js';
import type { Config } from './config.js';
import { makeLogger } from './logger.js';
import type { Catalog, Publisher, PublishingSource } from './ports.js';

/** What local substitutes there are; null where the real thing is configured. */
export interface Substitutes {
  readonly cosmos: { readonly endpoint: string; readonly key: string } | null;
  readonly simulator: {
    readonly url: string;
    readonly workspace: string;
    readonly offers: readonly string[];
    readonly clientId: string;
    readonly clientSecret: string;
    readonly tenantId: string;
  } | null;
}

/** The running bot. */
export interface Service {
  readonly address: string;
  stop(): Promise<void>;
}

/** Where Partner Center, marketplace and content hub are read. */
interface Sources {
  readonly apiUrl: string;
  readonly credentials: ClientCredentials;
  readonly catalogUrl: string;
  readonly sentinelUrl: string;
  readonly workspace: string | null;
}

/** Gives the app the real outside and lets it listen. @throws when the store or the port cannot be had. */
export async function startService(config: Config, substitutes: Substitutes | null): Promise<Service> {
  const log = makeLogger(config.logLevel);
  const cosmos = config.cosmos ?? substitutes?.cosmos;
  if (!cosmos) throw new Error('COSMOS_ENDPOINT: is missing; set it to the address of a Cosmos DB account');
  const sources = sourcesOf(config, substitutes);
  const outside: Outside = {
    stores: await openStores({ ...cosmos, database: config.cosmosDatabase }),
    ...reach(sources),
    adapter: makeCloudAdapter(config.registration, log),
    clock: { now: () => new Date().toISOString() },
    random: Math.random,
    log,
  };
  const app = createApp(outside, settingsOf(config, substitutes, sources));
  await new Promise<void>((resolve, reject) => {
    app.server.once('error', reject);
    app.server.listen(config.port, config.host, resolve);
  });
  await app.start();
  const { port } = app.server.address() as AddressInfo;
  return {
    address: `http://${config.host}:${port}`,
    stop: async () => {
      app.server.close();
      app.server.server.closeIdleConnections();
      await app.stop();
    },
  };
}

function sourcesOf(config: Config, substitutes: Substitutes | null): Sources | null {
  const { partnerCenter, catalogUrl, sentinel } = config;
  const simulator = substitutes?.simulator;
  if (simulator) {
    const { url, workspace, clientId, clientSecret, tenantId } = simulator;
    const credentials = { authorityUrl: url, tenantId, clientId, clientSecret };
    return { apiUrl: url, credentials, catalogUrl: url, sentinelUrl: url, workspace };
  }
  if (partnerCenter.kind !== 'api') return null;
  const { apiUrl, credentials } = partnerCenter;
  return { apiUrl, credentials, catalogUrl, sentinelUrl: sentinel.apiUrl, workspace: sentinel.workspace };
}

const notAsked: Catalog = { versionOf: async () => null };

const switchedOff: PublishingSource & Publisher = {
  read: async () => ({ kind: 'unavailable', reason: 'PARTNER_CENTER is off' }),
  readiness: async () => null,
  promote: async () => ({ kind: 'refused', reason: 'PARTNER_CENTER is off' }),
};

function reach(sources: Sources | null): Pick<Outside, 'publishing' | 'marketplace' | 'contentHub'> {
  if (sources === null) return { publishing: switchedOff, marketplace: notAsked, contentHub: notAsked };
  const { apiUrl, credentials, catalogUrl, sentinelUrl, workspace } = sources;
  const token = makeTokenSource(credentials, Date.now);
  return {
    publishing: makePublishingSource(makeIngestionClient(apiUrl, token)),
    marketplace: makeMarketplaceCatalog(catalogUrl),
    contentHub: workspace === null ? notAsked : makeContentHub({ apiUrl: sentinelUrl, workspace, token }),
  };
}

function settingsOf(config: Config, substitutes: Substitutes | null, sources: Sources | null): Settings {
  const { admins, allowedTenants, goLive, pollSeconds, timeZone, registration } = config;
  return {
    appId: registration?.appId ?? '',
    admins,
    allowedTenants,
    goLive,
    pollSeconds,
    timeZone,
    hubWatched: sources !== null && sources.workspace !== null,
    simulated: Boolean(substitutes?.simulator),
    trackAtStart: substitutes?.simulator?.offers ?? [],
  };
}
