import type { Config } from './config.js';
import type { Local } from './local/start-local.js';

/** What a person who started the process sees: one line per part, what to open and what to try. */
export function startPage(config: Config, local: Local | null, address: string): readonly string[] {
  return [
    'Offerwatch is running',
    '',
    `  Bot             ${address}/api/messages`,
    `  Cosmos DB       ${cosmosWords(config, local)}`,
    `  Partner Center  ${partnerCenterWords(config, local)}`,
    `  Marketplace     ${marketplaceWords(config, local)}`,
    `  Content hub     ${contentHubWords(config, local)}`,
    `  Teams           ${teamsWords(config, local)}`,
    ...(local?.playground ? tryWords(local.playground.page) : []),
  ];
}

function cosmosWords({ cosmos, dataDir }: Config, local: Local | null): string {
  return local?.cosmos
    ? `embedded at ${local.cosmos.endpoint}, data kept in ${dataDir}`
    : (cosmos?.endpoint ?? 'not configured');
}

function partnerCenterWords({ partnerCenter, goLive }: Config, local: Local | null): string {
  const words = { api: '', simulator: 'simulated', off: 'off' }[partnerCenter.kind];
  const where = partnerCenter.kind === 'api' ? partnerCenter.apiUrl : (local?.simulator?.url ?? '');
  return `${[words, where].filter(Boolean).join(' at ')}; Go live: ${goLive}`;
}

function marketplaceWords({ partnerCenter, catalogUrl }: Config, local: Local | null): string {
  if (local?.simulator) return `simulated at ${local.simulator.url}`;
  return partnerCenter.kind === 'off' ? 'not asked' : catalogUrl;
}

function contentHubWords({ partnerCenter, sentinel }: Config, local: Local | null): string {
  if (local?.simulator) return `simulated at ${local.simulator.url}`;
  if (partnerCenter.kind === 'off') return 'not asked';
  return sentinel.workspace === null ? 'not observed: SENTINEL_WORKSPACE is not set' : sentinel.apiUrl;
}

function teamsWords({ registration }: Config, local: Local | null): string {
  if (local?.playground) return `Agents Playground at ${local.playground.page}`;
  return registration === null
    ? 'no registration: requests from this machine only'
    : `bot ${registration.appId}`;
}

function tryWords(page: string): readonly string[] {
  return [
    '',
    `Open ${page} and try:`,
    '',
    '  1. In "Personal Chat":                     status of contoso',
    '  2. In "Sentinel publishing - Releases":    @Offerwatch subscribe fabrikam    and watch its cards arrive',
    '  3. In "Personal Chat":                     approve contoso    then tick the checklist and press Go live',
    '',
  ];
}
