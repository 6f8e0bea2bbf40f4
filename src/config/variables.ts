import { z } from 'zod';
import { isServiceUrl } from './addresses.js';
import { adminsOf, listOf } from './lists.js';

const aDayInSeconds = 86_400;

const url = (example: string) =>
  z
    .string()
    .refine(
      isServiceUrl,
      `is no https URL (http is for loopback only, and no user name may stand in it); set it to something like ${example}`,
    )
    .transform((text) => text.replace(/\/+$/, ''));

const urlOr = (standard: string) => url(standard).default(standard);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `is not one of ${values.join(', ')}; set it to one of them or leave it out` });

const workspacePattern =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/[^/]+$/i;

function isTimeZone(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** What each variable may be by itself. No message repeats a value: it may be a secret in the wrong place. */
export const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is no port; set it to a free port such as 3978')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is no port; set it to a free port such as 3978')
    .default(3978),
  HOST: z.string().optional(),
  BOT_ID: z.string().optional(),
  BOT_PASSWORD: z.string().optional(),
  BOT_TYPE: oneOf(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  BOT_TENANT_ID: z.string().optional(),
  ALLOWED_TENANTS: z
    .string()
    .transform(listOf)
    .refine(
      (tenants) => tenants.length > 0,
      'names no tenant; set it to Entra tenant ids, comma separated, or leave it out',
    )
    .optional(),
  ADMINS: z
    .string()
    .transform((text, { issues }) => {
      const admins = adminsOf(text);
      if (admins !== null) return admins;
      issues.push({
        code: 'custom',
        input: text,
        message:
          'is no list of Entra object ids; set it to <object id> or <tenant id>/<object id> each, comma separated',
      });
      return z.NEVER;
    })
    .optional(),
  COSMOS_ENDPOINT: url('https://<account>.documents.azure.com').optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z
    .string()
    .regex(/^[^/\\#?]+$/, 'is no name of a database; set it to one without / \\ # ?')
    .default('offerwatch'),
  DATA_DIR: z.string().default('.offerwatch'),
  PARTNER_CENTER: oneOf(['api', 'simulator', 'off']).optional(),
  PARTNER_CENTER_TENANT_ID: z.string().optional(),
  PARTNER_CENTER_CLIENT_ID: z.string().optional(),
  PARTNER_CENTER_CLIENT_SECRET: z.string().optional(),
  PARTNER_CENTER_API_URL: urlOr('https://api.partner.microsoft.com'),
  PARTNER_CENTER_AUTHORITY_URL: urlOr('https://login.microsoftonline.com'),
  MARKETPLACE_CATALOG_URL: urlOr('https://catalogapi.azure.com'),
  SENTINEL_API_URL: urlOr('https://management.azure.com'),
  SENTINEL_WORKSPACE: z
    .string()
    .regex(
      workspacePattern,
      'is no resource id of a workspace; set it to /subscriptions/…/resourceGroups/…/providers/Microsoft.OperationalInsights/workspaces/…',
    )
    .optional(),
  GO_LIVE: oneOf(['record', 'promote']).optional(),
  POLL_SECONDS: z.coerce
    .number('is no number; set it to seconds such as 300, or leave it out')
    .positive('must be above 0; set it to seconds such as 300, or leave it out')
    .max(aDayInSeconds, 'is more than a day; set it to seconds such as 300, or leave it out')
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.length <= 2 && secrets.every(isWebhookSecret),
      'is no webhook secret; set it to whsec_ and base64 of 16 bytes or more (two, comma separated, while one is being changed)',
    )
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is no time zone; set it to an IANA name such as Europe/Berlin')
    .default('UTC'),
  PLAYGROUND: oneOf(['on', 'off']).optional(),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Variables = z.infer<typeof variables>;
export type Variable = keyof Variables;

/** As Standard Webhooks write them; padded, for the library decodes strictly. */
function isWebhookSecret(text: string): boolean {
  const [, encoded = ''] = /^whsec_(.+)$/.exec(text) ?? [];
  const key = Buffer.from(encoded, 'base64');
  return key.length >= 16 && key.toString('base64') === encoded;
}
