import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { Admins } from './domain/person.js';

export interface Registration {
  readonly appId: string;
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId: string | null;
}

export type PartnerCenter =
  | {
      readonly kind: 'api';
      readonly apiUrl: string;
      readonly credentials: {
        readonly authorityUrl: string;
        readonly tenantId: string;
        readonly clientId: string;
        /** Null: the Azure identity of the process. */
        readonly clientSecret: string | null;
      };
    }
  | { readonly kind: 'simulator' }
  | { readonly kind: 'off' };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: no registration, local use. */
  readonly registration: Registration | null;
  /** Null: any tenant. */
  readonly allowedTenants: readonly string[] | null;
  readonly admins: Admins;
  /** Null: the embedded store. */
  readonly cosmos: { readonly endpoint: string; readonly key: string | null } | null;
  readonly cosmosDatabase: string;
  readonly dataDir: string;
  readonly partnerCenter: PartnerCenter;
  readonly catalogUrl: string;
  readonly sentinel: { readonly apiUrl: string; readonly workspace: string | null };
  readonly goLive: 'record' | 'promote';
  readonly pollSeconds: number | null;
  readonly timeZone: string;
  readonly playground: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Everything that is wrong, one line each: the variable, what is wrong with it, and how to mend it. */
export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackUrl(text));
}

function isLoopbackUrl(text: string): boolean {
  return loopback.has(new URL(text).hostname);
}

function isTimeZone(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

const url = (example: string) =>
  z
    .string()
    .refine(
      isServiceUrl,
      `is no https URL (plain http is for loopback only); set it to something like ${example}`,
    )
    .transform((text) => text.replace(/\/+$/, ''));

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `is not one of ${values.join(', ')}; set it to one of them or leave it out` });

const variables = z.object({
  PORT: z.coerce
    .number('is no number; set it to a free port such as 3978')
    .int('is no whole number; set it to a free port such as 3978')
    .min(0, 'is no port; set it to a free port such as 3978')
    .max(65535, 'is no port; set it to a free port such as 3978')
    .default(3978),
  HOST: z.string().optional(),
  BOT_ID: z.string().optional(),
  BOT_PASSWORD: z.string().optional(),
  BOT_TYPE: oneOf(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  BOT_TENANT_ID: z.string().optional(),
  ALLOWED_TENANTS: z.string().optional(),
  ADMINS: z.string().optional(),
  COSMOS_ENDPOINT: url('https://<account>.documents.azure.com').optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().default('offerwatch'),
  DATA_DIR: z.string().default('.offerwatch'),
  PARTNER_CENTER: oneOf(['api', 'simulator', 'off']).optional(),
  PARTNER_CENTER_TENANT_ID: z.string().optional(),
  PARTNER_CENTER_CLIENT_ID: z.string().optional(),
  PARTNER_CENTER_CLIENT_SECRET: z.string().optional(),
  PARTNER_CENTER_API_URL: url('https://api.partner.microsoft.com').default(
    'https://api.partner.microsoft.com',
  ),
  PARTNER_CENTER_AUTHORITY_URL: url('https://login.microsoftonline.com').default(
    'https://login.microsoftonline.com',
  ),
  MARKETPLACE_CATALOG_URL: url('https://catalogapi.azure.com').default('https://catalogapi.azure.com'),
  SENTINEL_API_URL: url('https://management.azure.com').default('https://management.azure.com'),
  SENTINEL_WORKSPACE: z
    .string()
    .regex(
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/]+$/i,
      'is no resource id of a workspace; set it to /subscriptions/…/resourceGroups/…/providers/Microsoft.OperationalInsights/workspaces/…',
    )
    .optional(),
  GO_LIVE: oneOf(['record', 'promote']).optional(),
  POLL_SECONDS: z.coerce
    .number('is no number; set it to seconds such as 300, or leave it out')
    .positive('must be above 0; set it to seconds such as 300, or leave it out')
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is no time zone; set it to an IANA name such as Europe/Berlin')
    .default('UTC'),
  PLAYGROUND: oneOf(['on', 'off']).optional(),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

type Variables = z.infer<typeof variables>;

/**
 * The configuration in `env`, which wins over the files of `OFFERWATCH_ENV`. An empty value counts as unset.
 * @param readFile the text of a file under `env/`, or null when there is none.
 */
export function readConfig(
  env: Env = process.env,
  readFile: (path: string) => string | null = readEnvFile,
): ConfigResult {
  const merged = { ...filesOf(env['OFFERWATCH_ENV'], readFile), ...withoutEmpty(env) };
  const parsed = variables.safeParse(merged);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success) return { kind: 'faults', faults };
  const contradictions = contradictionsOf(parsed.data);
  return contradictions.length > 0
    ? { kind: 'faults', faults: contradictions }
    : { kind: 'config', config: configOf(parsed.data) };
}

/** What a child process needs to run at all, on the systems there are. */
export function inheritedEnvironment(env: Env = process.env): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMP'];
  return Object.fromEntries(kept.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

/** What each variable may be, taken together. */
function contradictionsOf(set: Variables): string[] {
  const kind = partnerCenterKind(set);
  const registered = set.BOT_ID !== undefined;
  const faults: [boolean, string][] = [
    [
      !registered && set.HOST !== undefined && !loopback.has(set.HOST),
      'HOST: only loopback is served without BOT_ID; set it to 127.0.0.1 or set BOT_ID',
    ],
    [
      registered && set.ADMINS === undefined,
      'ADMINS: is missing; set it to Entra object ids, comma separated',
    ],
    [
      registered && set.BOT_TYPE !== 'UserAssignedMSI' && set.BOT_PASSWORD === undefined,
      "BOT_PASSWORD: is missing; set it to the bot's client secret, or BOT_TYPE to UserAssignedMSI",
    ],
    [
      registered && set.BOT_TYPE !== 'MultiTenant' && set.BOT_TENANT_ID === undefined,
      `BOT_TENANT_ID: is missing; set it to the bot's tenant, which BOT_TYPE=${set.BOT_TYPE} needs`,
    ],
    [
      registered && set.ALLOWED_TENANTS === undefined && set.BOT_TENANT_ID === undefined,
      'ALLOWED_TENANTS: is missing; set it to the Entra tenant ids that are served',
    ],
    [
      registered && set.COSMOS_ENDPOINT === undefined,
      'COSMOS_ENDPOINT: is missing; set it to the address of a Cosmos DB account',
    ],
    [
      !registered && set.COSMOS_ENDPOINT === undefined && set.COSMOS_KEY !== undefined,
      'COSMOS_ENDPOINT: is missing while COSMOS_KEY is set; set both or neither',
    ],
    [
      registered && kind === 'simulator',
      'PARTNER_CENTER: there is no simulator with BOT_ID; set it to api (with PARTNER_CENTER_CLIENT_ID) or off',
    ],
    [
      kind === 'api' &&
        set.PARTNER_CENTER_CLIENT_SECRET !== undefined &&
        set.PARTNER_CENTER_CLIENT_ID === undefined,
      'PARTNER_CENTER_CLIENT_ID: is missing while PARTNER_CENTER_CLIENT_SECRET is set; set it to the application id',
    ],
    [
      kind === 'api' &&
        set.PARTNER_CENTER_CLIENT_SECRET !== undefined &&
        set.PARTNER_CENTER_TENANT_ID === undefined,
      'PARTNER_CENTER_TENANT_ID: is missing while PARTNER_CENTER_CLIENT_SECRET is set; set it to the tenant of the application',
    ],
    [
      kind === 'off' && set.GO_LIVE === 'promote',
      'GO_LIVE: nothing can be promoted with PARTNER_CENTER=off; set it to record',
    ],
    [
      !registered &&
        kind === 'api' &&
        set.GO_LIVE === 'promote' &&
        !isLoopbackUrl(set.PARTNER_CENTER_API_URL),
      'GO_LIVE: promote needs BOT_ID, because without it nobody is authenticated; set BOT_ID or GO_LIVE to record',
    ],
    [
      registered && set.PLAYGROUND === 'on',
      'PLAYGROUND: there is no Playground with BOT_ID; set it to off or leave it out',
    ],
    [
      playgroundOn(set) && set.PORT === 0,
      'PORT: the Playground must know the port; set PORT to a free one or PLAYGROUND to off',
    ],
  ];
  return faults.flatMap(([wrong, words]) => (wrong ? [words] : []));
}

function configOf(set: Variables): Config {
  const kind = partnerCenterKind(set);
  const registered = set.BOT_ID !== undefined;
  return {
    port: set.PORT,
    host: set.HOST ?? (registered ? '0.0.0.0' : '127.0.0.1'),
    registration: registrationOf(set),
    allowedTenants: listOf(set.ALLOWED_TENANTS) ?? (set.BOT_TENANT_ID ? [set.BOT_TENANT_ID] : null),
    admins: adminsOf(set.ADMINS),
    cosmos:
      set.COSMOS_ENDPOINT === undefined
        ? null
        : { endpoint: set.COSMOS_ENDPOINT, key: set.COSMOS_KEY ?? null },
    cosmosDatabase: set.COSMOS_DATABASE,
    dataDir: set.DATA_DIR,
    partnerCenter: partnerCenterOf(set, kind),
    catalogUrl: set.MARKETPLACE_CATALOG_URL,
    sentinel: { apiUrl: set.SENTINEL_API_URL, workspace: set.SENTINEL_WORKSPACE ?? null },
    goLive: set.GO_LIVE ?? (kind === 'simulator' ? 'promote' : 'record'),
    pollSeconds: set.POLL_SECONDS ?? (kind === 'simulator' ? 2 : null),
    timeZone: set.TIME_ZONE,
    playground: playgroundOn(set),
    logLevel: set.LOG_LEVEL,
  };
}

function partnerCenterKind(set: Variables): PartnerCenter['kind'] {
  if (set.PARTNER_CENTER !== undefined) return set.PARTNER_CENTER;
  if (set.PARTNER_CENTER_CLIENT_ID !== undefined) return 'api';
  // With a registration there is no substitute: what is missing is told as a fault.
  return 'simulator';
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

function registrationOf(set: Variables): Registration | null {
  return set.BOT_ID === undefined
    ? null
    : {
        appId: set.BOT_ID,
        password: set.BOT_PASSWORD ?? null,
        type: set.BOT_TYPE,
        tenantId: set.BOT_TENANT_ID ?? null,
      };
}

/** The Playground is for those who have configured nothing of the outside. */
function playgroundOn(set: Variables): boolean {
  if (set.PLAYGROUND !== undefined) return set.PLAYGROUND === 'on';
  return ![
    set.BOT_ID,
    set.COSMOS_ENDPOINT,
    set.COSMOS_KEY,
    set.PARTNER_CENTER,
    set.PARTNER_CENTER_CLIENT_ID,
    set.PARTNER_CENTER_CLIENT_SECRET,
    set.PARTNER_CENTER_TENANT_ID,
    set.SENTINEL_WORKSPACE,
  ].some((value) => value !== undefined);
}

function adminsOf(text: string | undefined): Admins {
  const listed = listOf(text);
  if (listed === null) return 'everybody';
  return listed.map((entry) => {
    const [first = '', second] = entry.split('/');
    return second === undefined ? { objectId: first, tenantId: null } : { objectId: second, tenantId: first };
  });
}

function listOf(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** Secrets stand in the `.user` file, which git ignores; it wins over the other. */
function filesOf(name: string | undefined, readFile: (path: string) => string | null): Env {
  if (!name) return {};
  const texts = [`env/.env.${name}`, `env/.env.${name}.user`].map(readFile);
  return withoutEmpty(
    Object.assign({}, ...texts.map((text) => (text === null ? {} : parseEnv(text)))) as Env,
  );
}

function readEnvFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function withoutEmpty(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}
