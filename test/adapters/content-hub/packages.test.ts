import { makeContentHub, type ContentHubSettings } from '../../../src/adapters/content-hub/packages.js';
import { makeTokenSource } from '../../../src/adapters/partner-center/token.js';
import { contoso, fabrikam, northwind, Rig } from '../../local/simulator/rig.js';

let simulator: Rig;
beforeEach(async () => {
  simulator = await Rig.start({ manual: true });
});
afterEach(() => simulator.end());

function hub(overrides: Partial<ContentHubSettings> = {}) {
  const { url, workspace, tenantId, clientId, clientSecret } = simulator.ready;
  const credentials = { authorityUrl: url, tenantId, clientId, clientSecret };
  const token = makeTokenSource(credentials, () => simulator.now);
  return makeContentHub({ apiUrl: url, workspace, token, ...overrides });
}

const fault = (what: object) => simulator.control('faults', { route: 'contentProductPackages', ...what });
const asked = async () => {
  const { routes } = (await simulator.control('requests')).json() as { routes: Record<string, number> };
  return routes['GET contentProductPackages'] ?? 0;
};
const page = (entries: readonly [contentId: string, version: string][], nextLink?: string) => ({
  status: 200,
  body: {
    value: entries.map(([contentId, version]) => ({ properties: { contentId, version } })),
    ...(nextLink !== undefined && { nextLink }),
  },
});

/** A link to a page, as the path that Azure answers at. */
const nextPage = () =>
  `${simulator.ready.workspace}/providers/Microsoft.SecurityInsights/contentProductPackages?api-version=2024-09-01`;

it('shows the version of the solution, behind pages on which it is not', async () => {
  expect(await hub().versionOf(contoso)).toBe('2.4.0');
  expect(await asked()).toBeGreaterThan(1);
});

it('shows the version before while the new one is on its way, and then the new one', async () => {
  expect(await hub().versionOf(northwind)).toBe('2.0.2');
  await simulator.control('advance', { offerId: northwind, to: 'done' });
  expect(await hub().versionOf(northwind)).toBe('2.0.3');
});

it('shows nothing of a solution that never arrived, after the last page', async () => {
  expect(await hub().versionOf(fabrikam)).toBeNull();
  expect(await asked()).toBe(3);
});

it('goes on from an empty page to the next', async () => {
  await fault(page([], nextPage()));
  await fault(page([[contoso, '9.9.9']]));
  expect(await hub().versionOf(contoso)).toBe('9.9.9');
  expect(await asked()).toBe(2);
});

it('knows the solution whatever the case of its id, and takes no other one for it', async () => {
  await fault(
    page([
      ['contoso.azure-sentinel-solution-contoso-2', '1.0.0'],
      [contoso.toUpperCase(), '9.9.9'],
    ]),
  );
  expect(await hub().versionOf(contoso)).toBe('9.9.9');
});

it('follows links on the configured host only: a token goes with them', async () => {
  await fault(page([], `https://elsewhere.invalid${nextPage()}`));
  await fault(page([[contoso, '9.9.9']]));
  expect(await hub().versionOf(contoso)).toBe('9.9.9');
  expect(await asked()).toBe(2);
});

it('does not follow links for ever', async () => {
  await fault({ ...page([], nextPage()), times: 1_000 });
  expect(await hub().versionOf(contoso)).toBeNull();
  expect(await asked()).toBe(20);
});

it('asks for its token by the host that it calls', async () => {
  const resources: string[] = [];
  const token = async (resource: string) => {
    resources.push(resource);
    return null;
  };
  expect(await hub({ apiUrl: 'https://management.azure.com', token }).versionOf(contoso)).toBeNull();
  expect(resources).toStrictEqual(['https://management.azure.com']);
});

describe('shows nothing', () => {
  it.each([
    ['when it fails', { status: 500 }],
    ['when it refuses', { status: 403 }],
    ['at its limit', { status: 429 }],
    ['when the connection is cut', { cut: 'before' }],
    ['when the answer is a text', { status: 200, body: 'no' }],
    ['when the answer has another shape', { status: 200, body: { value: [{ name: 'x' }] } }],
    ['when a link is none', page([], 'http://[')],
    ['when a link is empty', page([], '')],
  ])('%s', async (_when, what) => {
    await fault(what);
    expect(await hub().versionOf(contoso)).toBeNull();
    expect(await asked()).toBe(1);
  });

  it('without a token, and asks nothing', async () => {
    expect(await hub({ token: async () => null }).versionOf(contoso)).toBeNull();
    expect(await asked()).toBe(0);
  });

  it('when nothing answers there', async () => {
    const there = hub({ token: async () => 'token' });
    await simulator.stop();
    expect(await there.versionOf(contoso)).toBeNull();
  });
});
