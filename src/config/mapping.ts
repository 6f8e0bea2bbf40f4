import { partnerCenterKind, playgroundOn, type Given } from './defaults.js';
import type { Config, PartnerCenter, Registration } from './shape.js';
import type { Variables } from './variables.js';

/** The simulator tells its story in minutes: whoever tries the bot out is to see it move. */
const simulatedPollSeconds = 2;

/** The configuration that variables without a fault or contradiction mean. */
export function configOf(given: Given): Config {
  const { set } = given;
  const kind = partnerCenterKind(given);
  const simulated = kind === 'simulator';
  return {
    port: set.PORT,
    host: set.HOST ?? (set.BOT_ID === undefined ? '127.0.0.1' : null),
    registration: registrationOf(set),
    allowedTenants: set.ALLOWED_TENANTS ?? (set.BOT_TENANT_ID === undefined ? null : [set.BOT_TENANT_ID]),
    admins: set.ADMINS ?? 'everybody',
    cosmos: cosmosOf(set),
    cosmosDatabase: set.COSMOS_DATABASE,
    dataDir: set.DATA_DIR,
    partnerCenter: partnerCenterOf(set, kind),
    catalogUrl: set.MARKETPLACE_CATALOG_URL,
    sentinel: { apiUrl: set.SENTINEL_API_URL, workspace: set.SENTINEL_WORKSPACE ?? null },
    goLive: set.GO_LIVE ?? (simulated ? 'promote' : 'record'),
    pollSeconds: set.POLL_SECONDS ?? (simulated ? simulatedPollSeconds : null),
    webhookSecrets: set.WEBHOOK_SECRET ?? null,
    timeZone: set.TIME_ZONE,
    playground: playgroundOn(given),
    logLevel: set.LOG_LEVEL,
  };
}

function registrationOf(set: Variables): Registration | null {
  if (set.BOT_ID === undefined) return null;
  return {
    appId: set.BOT_ID,
    password: set.BOT_PASSWORD ?? null,
    type: set.BOT_TYPE,
    tenantId: set.BOT_TENANT_ID ?? null,
  };
}

function cosmosOf(set: Variables): Config['cosmos'] {
  if (set.COSMOS_ENDPOINT === undefined) return null;
  return { endpoint: set.COSMOS_ENDPOINT, key: set.COSMOS_KEY ?? null };
}

function partnerCenterOf(set: Variables, kind: PartnerCenter['kind']): PartnerCenter {
  if (kind !== 'api') return { kind };
  return {
    kind,
    apiUrl: set.PARTNER_CENTER_API_URL,
    credentials: {
      authorityUrl: set.PARTNER_CENTER_AUTHORITY_URL,
      tenantId: set.PARTNER_CENTER_TENANT_ID ?? '',
      clientId: set.PARTNER_CENTER_CLIENT_ID ?? '',
      clientSecret: set.PARTNER_CENTER_CLIENT_SECRET ?? null,
    },
  };
}
