import { isLoopbackHost, isLoopbackUrl } from './addresses.js';
import { partnerCenterKind, playgroundOn, type Given } from './defaults.js';
import type { Variable } from './variables.js';

/** What variables may not be together. */
export interface Contradiction {
  /** The variable to mend first, then those it was judged by. */
  readonly about: readonly [Variable, ...Variable[]];
  /** What is wrong with it and how to mend it. */
  readonly words: string;
}

type Rule = readonly [wrong: boolean, about: Contradiction['about'], words: string];

export function contradictionsOf(given: Given): readonly Contradiction[] {
  const rules = [...registrationRules(given), ...storeRules(given), ...partnerCenterRules(given)];
  return [...rules, ...playgroundRules(given)].flatMap(([wrong, about, words]) =>
    wrong ? [{ about, words }] : [],
  );
}

function registrationRules({ set }: Given): readonly Rule[] {
  const registered = set.BOT_ID !== undefined;
  const multiTenant = set.BOT_TYPE === 'MultiTenant';
  return [
    [
      !registered && set.BOT_PASSWORD !== undefined,
      ['BOT_ID'],
      'is missing while BOT_PASSWORD is set; set both or neither',
    ],
    [
      !registered && set.HOST !== undefined && !isLoopbackHost(set.HOST),
      ['HOST', 'BOT_ID'],
      'only loopback is served without BOT_ID; set it to 127.0.0.1 or set BOT_ID',
    ],
    [
      registered && set.ADMINS === undefined,
      ['ADMINS'],
      'is missing; set it to Entra object ids, comma separated',
    ],
    [
      registered && set.BOT_TYPE !== 'UserAssignedMSI' && set.BOT_PASSWORD === undefined,
      ['BOT_PASSWORD', 'BOT_TYPE'],
      "is missing; set it to the bot's client secret, or BOT_TYPE to UserAssignedMSI",
    ],
    [
      registered && !multiTenant && set.BOT_TENANT_ID === undefined,
      ['BOT_TENANT_ID', 'BOT_TYPE'],
      `is missing; set it to the bot's tenant, which BOT_TYPE=${set.BOT_TYPE} needs`,
    ],
    [
      registered && multiTenant && set.BOT_TENANT_ID === undefined && set.ALLOWED_TENANTS === undefined,
      ['ALLOWED_TENANTS', 'BOT_TYPE'],
      'is missing; set it to the Entra tenant ids that are served',
    ],
  ];
}

function storeRules({ set }: Given): readonly Rule[] {
  const registered = set.BOT_ID !== undefined;
  const missing = set.COSMOS_ENDPOINT === undefined;
  return [
    [registered && missing, ['COSMOS_ENDPOINT'], 'is missing; set it to the address of a Cosmos DB account'],
    [
      !registered && missing && set.COSMOS_KEY !== undefined,
      ['COSMOS_ENDPOINT'],
      'is missing while COSMOS_KEY is set; set both or neither',
    ],
  ];
}

function partnerCenterRules(given: Given): readonly Rule[] {
  const { set } = given;
  const kind = partnerCenterKind(given);
  const registered = set.BOT_ID !== undefined;
  const secret = kind === 'api' && set.PARTNER_CENTER_CLIENT_SECRET !== undefined;
  const promote = set.GO_LIVE === 'promote';
  return [
    [
      registered && kind === 'simulator',
      ['PARTNER_CENTER'],
      'there is no simulator with BOT_ID; set it to api (with PARTNER_CENTER_CLIENT_ID) or off',
    ],
    [
      secret && set.PARTNER_CENTER_CLIENT_ID === undefined,
      ['PARTNER_CENTER_CLIENT_ID', 'PARTNER_CENTER'],
      'is missing while PARTNER_CENTER_CLIENT_SECRET is set; set it to the application id',
    ],
    [
      secret && set.PARTNER_CENTER_TENANT_ID === undefined,
      ['PARTNER_CENTER_TENANT_ID', 'PARTNER_CENTER'],
      'is missing while PARTNER_CENTER_CLIENT_SECRET is set; set it to the tenant of the application',
    ],
    [
      kind === 'off' && promote,
      ['GO_LIVE', 'PARTNER_CENTER'],
      'nothing can be promoted with PARTNER_CENTER=off; set it to record',
    ],
    [
      !registered && kind === 'api' && promote && !isLoopbackUrl(set.PARTNER_CENTER_API_URL),
      ['GO_LIVE', 'PARTNER_CENTER', 'PARTNER_CENTER_API_URL'],
      'promote needs BOT_ID, because without it nobody is authenticated; set BOT_ID, or set it to record',
    ],
  ];
}

function playgroundRules(given: Given): readonly Rule[] {
  const { set } = given;
  return [
    [
      set.BOT_ID !== undefined && set.PLAYGROUND === 'on',
      ['PLAYGROUND'],
      'there is no Playground with BOT_ID; set it to off or leave it out',
    ],
    [
      playgroundOn(given) && set.PORT === 0,
      ['PORT', 'PLAYGROUND'],
      'the Playground must know the port; set PORT to a free one or PLAYGROUND to off',
    ],
  ];
}
