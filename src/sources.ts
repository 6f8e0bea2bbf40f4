import { makeContentHub } from './adapters/content-hub/packages.js';
import { makeMarketplaceCatalog } from './adapters/marketplace/catalog.js';
import { makeIngestionClient } from './adapters/partner-center/client.js';
import { makePublishingSource } from './adapters/partner-center/source.js';
import { makeTokenSource, type ClientCredentials } from './adapters/partner-center/token.js';
import type { Outside } from './app.js';
import type { Config } from './config.js';
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

/** Where Partner Center, marketplace and content hub are read. */
export interface Sources {
  readonly apiUrl: string;
  readonly credentials: ClientCredentials;
  readonly catalogUrl: string;
  readonly sentinelUrl: string;
  readonly workspace: string | null;
}

/** Null: Partner Center is off. */
export function sourcesOf(config: Config, substitutes: Substitutes | null): Sources | null {
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

/** The adapters that read them. */
export function reach(sources: Sources | null): Pick<Outside, 'publishing' | 'marketplace' | 'contentHub'> {
  if (sources === null) return { publishing: switchedOff, marketplace: notAsked, contentHub: notAsked };
  const { apiUrl, credentials, catalogUrl, sentinelUrl, workspace } = sources;
  const token = makeTokenSource(credentials, Date.now);
  return {
    publishing: makePublishingSource(makeIngestionClient(apiUrl, token)),
    marketplace: makeMarketplaceCatalog(catalogUrl),
    contentHub: workspace === null ? notAsked : makeContentHub({ apiUrl: sentinelUrl, workspace, token }),
  };
}
