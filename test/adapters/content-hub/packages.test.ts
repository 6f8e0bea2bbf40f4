import { makeContentHub, type ContentHubSettings } from '../../../src/adapters/content-hub/packages.js';
import { makeTokenSource } from '../../../src/adapters/partner-center/token.js';
import type { Reading } from '../../../src/ports.js';
import { quick } from '../partner-center/rig.js';
import { contoso, fabrikam, northwind, Rig } from '../../local/simulator/rig.js';

let simulator: Rig;
beforeEach(async () => {
  simulator = await Rig.start({ manual: true });
});
afterEach(() => simulator.end());

function hub(overrides: Partial<ContentHubSettings> = {}) {
  const { url, workspace, tenantId, clientId, clientSecret } = simulator.ready;
  const credentials = { authorityUrl: url, tenantId, clientId, clientSecret };
  const token = makeTokenSource(credentials, () => simulator.now, quick('entra'));
  const hub = makeContentHub({ apiUrl: url, workspace, token, outbound: quick('content-hub'), ...overrides });
  return { version: async (offerKey: string) => valueOf(await hub.version(offerKey)) };
}

/** The version, or the reading itself where there is none. */
function valueOf(reading: Reading<string>): string | Reading<string> {
  return reading.kind === 'read' ? reading.value : reading;
}

const tokens = (token: (resource: string) => Promise<string | null>) =>
  Object.assign(token, { forget: () => undefined });
const notFound = { kind: 'notFound' };

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
  expect(await hub().version(contoso)).toBe('2.4.0');
  expect(await asked()).toBeGreaterThan(1);
});

it('shows the version before while the new one is on its way, and then the new one', async () => {
  expect(await hub().version(northwind)).toBe('2.0.2');
  await simulator.control('advance', { offerId: northwind, to: 'done' });
  expect(await hub().version(northwind)).toBe('2.0.3');
});

it('does not find a solution that never arrived, after the last page', async () => {
  expect(await hub().version(fabrikam)).toStrictEqual(notFound);
  expect(await asked()).toBe(3);
});

it('goes on from an empty page to the next', async () => {
  await fault(page([], nextPage()));
  await fault(page([[contoso, '9.9.9']]));
  expect(await hub().version(contoso)).toBe('9.9.9');
  expect(await asked()).toBe(2);
});

it('knows the solution whatever the case of its id, and takes no other one for it', async () => {
  await fault(
    page([
      ['contoso.azure-sentinel-solution-contoso-2', '1.0.0'],
      [contoso.toUpperCase(), '9.9.9'],
    ]),
  );
  expect(await hub().version(contoso)).toBe('9.9.9');
});

it('follows links on the configured host only: a token goes with them', async () => {
  await fault(page([], `https://elsewhere.invalid${nextPage()}`));
  await fault(page([[contoso, '9.9.9']]));
  expect(await hub().version(contoso)).toBe('9.9.9');
  expect(await asked()).toBe(2);
});

it('does not follow links for ever', async () => {
  await fault({ ...page([], nextPage()), times: 1_000 });
  const reason = 'more pages than are read';
  expect(await hub().version(contoso)).toStrictEqual({ kind: 'unavailable', reason });
  expect(await asked()).toBe(20);
});

it('asks for its token by the host that it calls', async () => {
  const resources: string[] = [];
  const token = tokens(async (resource) => {
    resources.push(resource);
    return null;
  });
  await hub({ apiUrl: 'https://management.azure.com', token }).version(contoso);
  expect(resources).toStrictEqual(['https://management.azure.com']);
});

it('does not find it behind a page whose link is empty', async () => {
  await fault(page([], ''));
  expect(await hub().version(contoso)).toStrictEqual(notFound);
  expect(await asked()).toBe(1);
});

describe('cannot be read', () => {
  it.each([
    ['when it fails', { status: 500 }, 'status 500'],
    ['when it refuses', { status: 403 }, 'status 403'],
    ['when there is no such workspace', { status: 404 }, 'status 404'],
    ['at its limit', { status: 429 }, 'status 429'],
    ['when the answer is a text', { status: 200, body: 'no' }, 'an answer of another shape'],
    [
      'when a field is missing',
      { status: 200, body: { value: [{ name: 'x' }] } },
      'an answer of another shape',
    ],
    ['when a link is none', page([], 'http://['), 'a link of another shape'],
  ])('%s', async (_when, what, reason) => {
    await fault(what);
    expect(await hub().version(contoso)).toStrictEqual({ kind: 'unavailable', reason });
    expect(await asked()).toBe(1);
  });

  it('when a page behind the first one cannot be', async () => {
    await fault(page([], nextPage()));
    await fault({ status: 404 });
    expect(await hub().version(contoso)).toMatchObject({ kind: 'unavailable' });
  });

  it('when the connection is cut', async () => {
    await fault({ cut: 'before' });
    expect(await hub().version(contoso)).toMatchObject({ kind: 'unavailable' });
  });

  it('without a token, and asks nothing', async () => {
    const reading = await hub({ token: tokens(async () => null) }).version(contoso);
    expect(reading).toStrictEqual({ kind: 'unavailable', reason: 'no token' });
    expect(await asked()).toBe(0);
  });

  it('when nothing answers there', async () => {
    const there = hub({ token: tokens(async () => 'token') });
    await simulator.stop();
    expect(await there.version(contoso)).toMatchObject({ kind: 'unavailable' });
  });
});

it('is asked again when it fails', async () => {
  await fault({ status: 503 });
  await fault({ cut: 'after' });
  const patient = hub({ outbound: quick('content-hub', 2) });
  expect(await patient.version(contoso)).toBe('2.4.0');
});

it('does not use a token again that it was refused for', async () => {
  const there = hub();
  await fault({ status: 401 });
  expect(await there.version(contoso)).toStrictEqual({ kind: 'unavailable', reason: 'status 401' });
  expect(await there.version(contoso)).toBe('2.4.0');
  expect(await there.version(contoso)).toBe('2.4.0');
  const { routes } = (await simulator.control('requests')).json() as { routes: Record<string, number> };
  expect(routes['POST token']).toBe(2);
});
