import { isAllowedServiceUrl } from '../../../src/adapters/teams/service-urls.js';

describe('service URLs that may be called', () => {
  it.each([
    ['https://smba.trafficmanager.net/teams/', true, true],
    ['https://smba.trafficmanager.net/emea/', true, true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true, true],
    ['https://smba.infra.gov.teams.microsoft.us/teams', true, true],
    ['https://smba.infra.dod.teams.microsoft.us/teams', true, true],
    ['http://smba.trafficmanager.net/teams/', true, false],
    ['https://smba.trafficmanager.net.attacker.example/', true, false],
    ['https://attacker.example/smba.trafficmanager.net', true, false],
    ['https://smba.trafficmanager.net@attacker.example/', true, false],
    ['http://127.0.0.1:56150/_connector', true, false],
    ['http://127.0.0.1:56150/_connector', false, true],
    ['http://localhost:56150/_connector', false, true],
    ['http://[::1]:56150/', false, true],
    ['https://smba.trafficmanager.net/teams/', false, false],
    ['http://localhost.attacker.example/', false, false],
    ['http://10.0.0.1/', false, false],
    ['nowhere', false, false],
    ['', true, false],
  ])('%s, registered %s: %s', (url, registered, allowed) => {
    expect(isAllowedServiceUrl(url, registered)).toBe(allowed);
  });
});
