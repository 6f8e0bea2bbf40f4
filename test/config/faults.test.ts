import { faultsOf, registered, registeredWithout, type Environment } from './environments.js';

describe('a fault', () => {
  const urlFault = 'is no https URL (http is for loopback only, and no user name may stand in it); set it to';
  const webhookSecret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZg==';
  const webhookFault =
    'WEBHOOK_SECRET: is no webhook secret; set it to whsec_ and base64 of 16 bytes or more (two, comma separated, while one is being changed)';
  const adminsFault =
    'ADMINS: is no list of Entra object ids; set it to <object id> or <tenant id>/<object id> each, comma separated';

  it.each<[Environment, string]>([
    [{ PORT: 'top-secret' }, 'PORT: is no port; set it to a free port such as 3978'],
    [{ PORT: '65536' }, 'PORT: is no port; set it to a free port such as 3978'],
    [{ PORT: '-1.5' }, 'PORT: is no port; set it to a free port such as 3978'],
    [{ PORT: '0' }, 'PORT: the Playground must know the port; set PORT to a free one or PLAYGROUND to off'],
    [{ HOST: '0.0.0.0' }, 'HOST: only loopback is served without BOT_ID; set it to 127.0.0.1 or set BOT_ID'],
    [
      { BOT_TYPE: 'top-secret' },
      'BOT_TYPE: is not one of SingleTenant, UserAssignedMSI, MultiTenant; set it to one of them or leave it out',
    ],
    [{ BOT_PASSWORD: 'top-secret' }, 'BOT_ID: is missing while BOT_PASSWORD is set; set both or neither'],
    [
      { ALLOWED_TENANTS: ' , ' },
      'ALLOWED_TENANTS: names no tenant; set it to Entra tenant ids, comma separated, or leave it out',
    ],
    [{ ADMINS: ',' }, adminsFault],
    [{ ADMINS: 'a/b/c' }, adminsFault],
    [{ ADMINS: 'a,/b' }, adminsFault],
    [{ ADMINS: 'somebody@contoso.example' }, adminsFault],
    [
      { COSMOS_ENDPOINT: 'http://account.example' },
      `COSMOS_ENDPOINT: ${urlFault} something like https://<account>.documents.azure.com`,
    ],
    [
      { COSMOS_ENDPOINT: 'https://user:top-secret@account.example' },
      `COSMOS_ENDPOINT: ${urlFault} something like https://<account>.documents.azure.com`,
    ],
    [
      { COSMOS_KEY: 'top-secret' },
      'COSMOS_ENDPOINT: is missing while COSMOS_KEY is set; set both or neither',
    ],
    [{ COSMOS_DATABASE: 'a/b' }, 'COSMOS_DATABASE: is no name of a database; set it to one without / \\ # ?'],
    [
      { PARTNER_CENTER: 'on' },
      'PARTNER_CENTER: is not one of api, simulator, off; set it to one of them or leave it out',
    ],
    [
      { PARTNER_CENTER_CLIENT_SECRET: 'top-secret', PARTNER_CENTER_TENANT_ID: 'tenant' },
      'PARTNER_CENTER_CLIENT_ID: is missing while PARTNER_CENTER_CLIENT_SECRET is set; set it to the application id',
    ],
    [
      { PARTNER_CENTER_CLIENT_SECRET: 'top-secret', PARTNER_CENTER_CLIENT_ID: 'reader' },
      'PARTNER_CENTER_TENANT_ID: is missing while PARTNER_CENTER_CLIENT_SECRET is set; set it to the tenant of the application',
    ],
    [
      { PARTNER_CENTER_API_URL: 'http://127.0.0.1.example' },
      `PARTNER_CENTER_API_URL: ${urlFault} something like https://api.partner.microsoft.com`,
    ],
    [
      { PARTNER_CENTER_AUTHORITY_URL: 'login' },
      `PARTNER_CENTER_AUTHORITY_URL: ${urlFault} something like https://login.microsoftonline.com`,
    ],
    [
      { MARKETPLACE_CATALOG_URL: 'ftp://catalog.example' },
      `MARKETPLACE_CATALOG_URL: ${urlFault} something like https://catalogapi.azure.com`,
    ],
    [
      { SENTINEL_API_URL: 'http://10.0.0.1' },
      `SENTINEL_API_URL: ${urlFault} something like https://management.azure.com`,
    ],
    [
      { SENTINEL_WORKSPACE: 'workspace' },
      'SENTINEL_WORKSPACE: is no resource id of a workspace; set it to /subscriptions/…/resourceGroups/…/providers/Microsoft.OperationalInsights/workspaces/…',
    ],
    [{ GO_LIVE: 'now' }, 'GO_LIVE: is not one of record, promote; set it to one of them or leave it out'],
    [
      { GO_LIVE: 'promote', PARTNER_CENTER: 'off' },
      'GO_LIVE: nothing can be promoted with PARTNER_CENTER=off; set it to record',
    ],
    [
      { GO_LIVE: 'promote', PARTNER_CENTER: 'api' },
      'GO_LIVE: promote needs BOT_ID, because without it nobody is authenticated; set BOT_ID, or set it to record',
    ],
    [{ POLL_SECONDS: 'often' }, 'POLL_SECONDS: is no number; set it to seconds such as 300, or leave it out'],
    [
      { POLL_SECONDS: 'Infinity' },
      'POLL_SECONDS: is no number; set it to seconds such as 300, or leave it out',
    ],
    [{ POLL_SECONDS: '0' }, 'POLL_SECONDS: must be above 0; set it to seconds such as 300, or leave it out'],
    [
      { POLL_SECONDS: '86401' },
      'POLL_SECONDS: is more than a day; set it to seconds such as 300, or leave it out',
    ],
    ...[
      'top-secret',
      'whsec_',
      'whsec_top-secret',
      // Fifteen bytes.
      'whsec_MDEyMzQ1Njc4OWFiY2Rl',
      // Not padded, and another alphabet.
      'whsec_MDEyMzQ1Njc4OWFiY2RlZg',
      'whsec_-_EyMzQ1Njc4OWFiY2RlZg==',
      'MDEyMzQ1Njc4OWFiY2RlZg==',
      `${webhookSecret},`,
      `${webhookSecret},top-secret`,
      `${webhookSecret} ${webhookSecret}`,
      `${webhookSecret},${webhookSecret},${webhookSecret}`,
    ].map((given): [Environment, string] => [{ WEBHOOK_SECRET: given }, webhookFault]),
    [
      { TIME_ZONE: 'Middle-earth' },
      'TIME_ZONE: is no time zone; set it to an IANA name such as Europe/Berlin',
    ],
    [{ PLAYGROUND: 'yes' }, 'PLAYGROUND: is not one of on, off; set it to one of them or leave it out'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL: is not one of debug, info, warn, error, silent; set it to one of them or leave it out',
    ],
    [
      { ...registered, PLAYGROUND: 'on' },
      'PLAYGROUND: there is no Playground with BOT_ID; set it to off or leave it out',
    ],
    [registeredWithout('ADMINS'), 'ADMINS: is missing; set it to Entra object ids, comma separated'],
    [
      registeredWithout('BOT_PASSWORD'),
      "BOT_PASSWORD: is missing; set it to the bot's client secret, or BOT_TYPE to UserAssignedMSI",
    ],
    [
      registeredWithout('BOT_TENANT_ID'),
      "BOT_TENANT_ID: is missing; set it to the bot's tenant, which BOT_TYPE=SingleTenant needs",
    ],
    [
      { ...registeredWithout('BOT_TENANT_ID'), BOT_TYPE: 'MultiTenant' },
      'ALLOWED_TENANTS: is missing; set it to the Entra tenant ids that are served',
    ],
    [
      registeredWithout('COSMOS_ENDPOINT'),
      'COSMOS_ENDPOINT: is missing; set it to the address of a Cosmos DB account',
    ],
    [
      registeredWithout('PARTNER_CENTER'),
      'PARTNER_CENTER: there is no simulator with BOT_ID; set it to api (with PARTNER_CENTER_CLIENT_ID) or off',
    ],
  ])('of %j is one line', (environment, fault) => {
    expect(faultsOf(environment)).toEqual([fault]);
    expect(fault).not.toContain('top-secret');
  });

  it('comes with all others, what contradicts what too', () => {
    const names = faultsOf({ BOT_ID: 'bot', PORT: 'x', LOG_LEVEL: 'loud', COSMOS_ENDPOINT: 'x' }).map(
      (line) => line.split(':')[0],
    );
    expect(names).toEqual([
      'PORT',
      'COSMOS_ENDPOINT',
      'LOG_LEVEL',
      'ADMINS',
      'BOT_PASSWORD',
      'BOT_TENANT_ID',
      'PARTNER_CENTER',
    ]);
  });

  it('is not held against other variables: its meaning is unknown', () => {
    expect(faultsOf({ ...registeredWithout('BOT_TENANT_ID'), BOT_TYPE: 'Multitenant' })).toEqual([
      'BOT_TYPE: is not one of SingleTenant, UserAssignedMSI, MultiTenant; set it to one of them or leave it out',
    ]);
  });
});
