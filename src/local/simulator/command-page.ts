import { namedFaults } from './faults/all.js';
import type { SimulatorReady } from './start-simulator.js';
import { scenarios } from './scenarios/all.js';

/** What `--help` says. */
export function helpPage(): string {
  return [
    'A simulator of Partner Center, the marketplace catalog and the content hub, on this machine only.',
    '',
    'npm run simulator -- [scenario] [options]',
    '',
    ...table([
      ['--port 4010', 'where it listens on 127.0.0.1; 0 takes a free port'],
      ['--pace 1', 'multiplies every duration: 0.1 is ten times as fast'],
      ['--manual', 'nothing happens by itself, only by calls'],
      ['--data <folder>', 'keeps the story there, and goes on with it the next time'],
      ['--fault <name>', 'has a fault from the start on, until it is removed; may be repeated'],
      ['--offers 500', 'how many offers there are in the scenario many'],
    ]),
    '',
    'Scenarios:',
    ...table(scenarios.map(({ name, description }) => [name, description])),
    '',
    'Faults:',
    ...table(namedFaults.map(({ name, description }) => [name, description])),
    '',
  ].join('\n');
}

export interface Started extends SimulatorReady {
  readonly scenario: string;
  readonly pid: number;
}

const shownOffers = 20;

/** What is printed once it serves. */
export function startPage({ scenario, pid, ...ready }: Started): string {
  const { url, offers } = ready;
  const more = offers.length - shownOffers;
  return [
    `The simulator tells “${scenario}” at ${url} (process ${pid}).`,
    '',
    'Credentials (the secret is kept with --data, else new at each start):',
    `  tenant ${ready.tenantId}, client ${ready.clientId}, secret ${ready.clientSecret}`,
    `  tokens from ${url}/${ready.tenantId}/oauth2/v2.0/token`,
    '',
    'Environment for Offerwatch:',
    ...environmentOf(ready).map((line) => `  ${line}`),
    '',
    'Offers to track:',
    ...offers.slice(0, shownOffers).map((offer) => `  ${offer}`),
    ...(more > 0 ? [`  and ${more} more: ${url}/_simulator/state`] : []),
    '',
    `Where everything stands: ${url}/_simulator/state`,
    `On by one phase: curl -d '{"offerId":"${offers[0] ?? ''}"}' ${url}/_simulator/advance`,
    `A fault: curl -d '{"name":"rate-limited","times":1}' ${url}/_simulator/faults`,
    `To stop: Ctrl-C, or kill ${pid}`,
    '',
  ].join('\n');
}

function environmentOf({
  url,
  tenantId,
  clientId,
  clientSecret,
  workspace,
}: SimulatorReady): readonly string[] {
  return [
    'PARTNER_CENTER=api',
    `PARTNER_CENTER_API_URL=${url}`,
    `PARTNER_CENTER_AUTHORITY_URL=${url}`,
    `PARTNER_CENTER_TENANT_ID=${tenantId}`,
    `PARTNER_CENTER_CLIENT_ID=${clientId}`,
    `PARTNER_CENTER_CLIENT_SECRET=${clientSecret}`,
    `MARKETPLACE_CATALOG_URL=${url}`,
    `SENTINEL_API_URL=${url}`,
    `SENTINEL_WORKSPACE=${workspace}`,
  ];
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
