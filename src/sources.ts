import { makeContentHub } from './adapters/content-hub/packages.js';
import { makeMarketplaceCatalog } from './adapters/marketplace/catalog.js';
import { makeOutbound, type Outbound } from './adapters/outbound.js';
import { makeIngestionClient } from './adapters/partner-center/client.js';
import { makePublishingSource } from './adapters/partner-center/source.js';
import { makeTokenSource, type ClientCredentials } from './adapters/partner-center/token.js';
import type { Outside } from './app.js';
import type { Config } from './config.js';
import type { Log, Marketplace, Publisher, PublishingSource } from './ports.js';

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

const switchedOff = {
  publishing: {
    read: async () => ({ kind: 'unavailable', reason: 'PARTNER_CENTER is off' }),
    readiness: async () => null,
    promote: async () => ({ kind: 'refused', reason: 'PARTNER_CENTER is off' }),
  } satisfies PublishingSource & Publisher,
  marketplace: {
    listing: async () => ({ kind: 'unavailable', reason: 'PARTNER_CENTER is off' }),
  } satisfies Marketplace,
  contentHub: null,
};

/** The adapters that read them. @param log told when a service is left alone for a while; null: nobody is. */
export function reach(
  sources: Sources | null,
  log: Log | null = null,
): Pick<Outside, 'publishing' | 'marketplace' | 'contentHub'> {
  if (sources === null) return switchedOff;
  const { apiUrl, credentials, catalogUrl, sentinelUrl, workspace } = sources;
  const onCircuit = (service: string, open: boolean): void =>
    log?.warn({ service, open }, 'a circuit turned');
  const to = (service: string): Outbound => makeOutbound({ service, onCircuit });
  const token = makeTokenSource(credentials, Date.now, to('entra'));
  const hub = { apiUrl: sentinelUrl, token, outbound: to('content-hub') };
  return {
    publishing: makePublishingSource(makeIngestionClient(apiUrl, token, to('partner-center'))),
    marketplace: makeMarketplaceCatalog(catalogUrl, to('marketplace')),
    contentHub: workspace === null ? null : makeContentHub({ ...hub, workspace }),
  };
}
