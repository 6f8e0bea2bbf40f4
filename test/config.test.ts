import { inheritedEnvironment, readConfig } from '../src/config.js';
import { variables } from '../src/config/variables.js';
import { configFrom, faultsOf, read, registered, registeredWithout } from './config/environments.js';

describe('with nothing configured', () => {
  it('everything is local', () => {
    expect(configFrom({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      registration: null,
      allowedTenants: null,
      admins: 'everybody',
      cosmos: null,
      cosmosDatabase: 'offerwatch',
      dataDir: '.offerwatch',
      partnerCenter: { kind: 'simulator' },
      catalogUrl: 'https://catalogapi.azure.com',
      sentinel: { apiUrl: 'https://management.azure.com', workspace: null },
      goLive: 'promote',
      pollSeconds: 2,
      webhookSecrets: null,
      timeZone: 'UTC',
      playground: true,
      logLevel: 'info',
    });
  });

  it.each(['', ' '])('the value %j counts as unset', (value) => {
    const names = Object.keys(variables.shape);
    const empty = Object.fromEntries(names.map((name) => [name, value]));
    expect(configFrom({ ...empty, OFFERWATCH_ENV: value })).toEqual(configFrom({}));
  });
});

describe('with a registration', () => {
  it('nothing is local', () => {
    expect(configFrom(registered)).toEqual({
      ...configFrom({}),
      host: null,
      registration: { appId: 'bot', password: 'top-secret', type: 'SingleTenant', tenantId: 'home-tenant' },
      allowedTenants: ['home-tenant'],
      admins: [{ objectId: 'first-admin', tenantId: null }],
      cosmos: { endpoint: 'https://account.documents.azure.com:443', key: null },
      partnerCenter: { kind: 'off' },
      goLive: 'record',
      pollSeconds: null,
      playground: false,
    });
  });

  it('a managed identity needs no password', () => {
    const environment = { ...registeredWithout('BOT_PASSWORD'), BOT_TYPE: 'UserAssignedMSI' };
    expect(configFrom(environment).registration).toMatchObject({ password: null, type: 'UserAssignedMSI' });
  });

  it('a bot of many tenants needs no tenant of its own, when told whom to serve', () => {
    const environment = {
      ...registeredWithout('BOT_TENANT_ID'),
      BOT_TYPE: 'MultiTenant',
      ALLOWED_TENANTS: 'one, two,',
    };
    expect(configFrom(environment)).toMatchObject({
      registration: { tenantId: null },
      allowedTenants: ['one', 'two'],
    });
  });

  it('admins may be named with their tenant', () => {
    expect(configFrom({ ...registered, ADMINS: 'a , home/b' }).admins).toEqual([
      { objectId: 'a', tenantId: null },
      { objectId: 'b', tenantId: 'home' },
    ]);
  });
});

describe('Partner Center', () => {
  const credentials = {
    PARTNER_CENTER_CLIENT_ID: 'reader',
    PARTNER_CENTER_CLIENT_SECRET: 'top-secret',
    PARTNER_CENTER_TENANT_ID: 'publisher',
  };

  it('is the real one once an application is named', () => {
    expect(configFrom({ ...registeredWithout('PARTNER_CENTER'), ...credentials })).toMatchObject({
      goLive: 'record',
      pollSeconds: null,
      partnerCenter: {
        kind: 'api',
        apiUrl: 'https://api.partner.microsoft.com',
        credentials: {
          authorityUrl: 'https://login.microsoftonline.com',
          tenantId: 'publisher',
          clientId: 'reader',
          clientSecret: 'top-secret',
        },
      },
    });
  });

  it('is read as the process itself without a secret', () => {
    const { partnerCenter } = configFrom({ PARTNER_CENTER: 'api' });
    expect(partnerCenter).toMatchObject({ kind: 'api', credentials: { clientSecret: null } });
  });

  it('may be promoted on loopback without a registration', () => {
    const url = 'http://[::1]:4000/';
    const config = configFrom({ ...credentials, PARTNER_CENTER_API_URL: url, GO_LIVE: 'promote' });
    expect(config).toMatchObject({ goLive: 'promote', partnerCenter: { apiUrl: 'http://[::1]:4000' } });
  });
});

describe('the webhook', () => {
  const [old, next] = ['whsec_MDEyMzQ1Njc4OWFiY2RlZg==', 'whsec_ZmVkY2JhOTg3NjU0MzIxMA=='];

  it.each([
    [old, [old]],
    [`${old},${next}`, [old, next]],
    [` ${old} , ${next} `, [old, next]],
  ])('is there with the secret %j', (given, webhookSecrets) => {
    expect(configFrom({ WEBHOOK_SECRET: given })).toMatchObject({ webhookSecrets });
  });
});

describe('the Playground', () => {
  it.each([
    ['COSMOS_ENDPOINT', 'http://localhost:8081'],
    ['COSMOS_DATABASE', 'other'],
    ['PARTNER_CENTER', 'simulator'],
    ['PARTNER_CENTER_API_URL', 'https://partner.example'],
    ['SENTINEL_API_URL', 'https://sentinel.example'],
  ])('stays away once %s is set', (name, value) => {
    expect(configFrom({ [name]: value }).playground).toBe(false);
    expect(configFrom({ [name]: value, PLAYGROUND: 'on' }).playground).toBe(true);
  });

  it('can be switched off', () => {
    expect(configFrom({ PLAYGROUND: 'off' }).playground).toBe(false);
  });
});

describe('the files of OFFERWATCH_ENV', () => {
  const files = {
    'env/.env.local': 'PORT=1001\nHOST=localhost\nDATA_DIR=from-file\nTIME_ZONE=Europe/Berlin\n',
    'env/.env.local.user': 'HOST=::1\nDATA_DIR=from-user-file\nTIME_ZONE=\n',
  };

  it('are won over by the process environment, and the first by the second', () => {
    const environment = { OFFERWATCH_ENV: 'local', DATA_DIR: 'from-process', PORT: '' };
    expect(configFrom(environment, files)).toMatchObject({
      port: 1001,
      host: '::1',
      dataDir: 'from-process',
      timeZone: 'Europe/Berlin',
    });
  });

  it.each(Object.keys(files))('need not both be there: %s', (path) => {
    expect(read({ OFFERWATCH_ENV: 'local' }, { [path]: 'PORT=1001' }).kind).toBe('config');
  });

  it.each(['../secrets', 'a/b', 'a\\b', 'local.user', '..', 'a\0b'])(
    'are never looked for by the name %j',
    (name) => {
      const readFile = jest.fn((): string | null => null);
      expect(readConfig({ OFFERWATCH_ENV: name }, readFile)).toEqual({
        kind: 'faults',
        faults: [
          'OFFERWATCH_ENV: is no name of an environment; set it to letters, digits, - and _, as in env/.env.<name>',
        ],
      });
      expect(readFile).not.toHaveBeenCalled();
    },
  );

  it('that are not there are a fault, and no reason to call other things missing', () => {
    expect(faultsOf({ OFFERWATCH_ENV: 'prod', BOT_ID: 'bot', PORT: 'x' })).toEqual([
      'OFFERWATCH_ENV: names a file under env/ that cannot be read; make it or leave it out',
      'PORT: is no port; set it to a free port such as 3978',
    ]);
  });

  it('are found in the package, wherever the process was started', () => {
    expect(readConfig({ OFFERWATCH_ENV: 'example' }).kind).toBe('config');
  });
});

describe('the environment of a child process', () => {
  it('holds what it needs to run, and nothing of ours', () => {
    const environment = { PATH: '/bin', HOME: '/home', LANG: '', BOT_PASSWORD: 'top-secret' };
    expect(inheritedEnvironment(environment)).toEqual({ PATH: '/bin', HOME: '/home' });
  });
});
