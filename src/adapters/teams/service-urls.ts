/** Where the Bot Connector of Teams is called, in the public and the government clouds. */
const connectorHosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a service URL may be called: Teams' own hosts for a registered bot, loopback and nothing else without one. */
export function isAllowedServiceUrl(serviceUrl: string, registered: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  if (!registered) return loopbackHosts.has(hostname);
  return protocol === 'https:' && connectorHosts.has(hostname);
}
