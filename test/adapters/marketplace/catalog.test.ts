import { makeOutbound } from '../../../src/adapters/outbound.js';
import { makeMarketplaceCatalog } from '../../../src/adapters/marketplace/catalog.js';
import { contoso, northwind, Rig } from '../../local/simulator/rig.js';

let simulator: Rig;
beforeEach(async () => {
  simulator = await Rig.start({ manual: true });
});
afterEach(() => simulator.end());

const breaker = { failures: 1_000, halfOpenAfterMs: 0 };
const catalogAt = (url: string, retries = 0) =>
  makeMarketplaceCatalog(
    url,
    makeOutbound({ service: 'marketplace', retries, breaker, backoff: { firstMs: 0, longestMs: 0 } }),
  );
const listingOf = (offerKey: string) => catalogAt(simulator.ready.url).listing(offerKey);
const versionOf = async (offerKey: string) => {
  const reading = await listingOf(offerKey);
  return reading.kind === 'read' ? reading.value.version : reading;
};
const fault = (route: string, what: object) => simulator.control('faults', { route, ...what });
const asked = async () => (await simulator.control('requests')).json()['routes'];

/** An offer whose plan links to a deployment template. */
const listing = (uri: string, name = 'DefaultTemplate') => ({
  status: 200,
  body: {
    plans: [
      {
        artifacts: [
          { name: 'createUiDefinition', uri: 'x' },
          { name, uri },
        ],
      },
    ],
  },
});
const template = (): string => `${simulator.ready.url}/artifacts/${contoso}/2.4.0/mainTemplate.json`;

it('shows the version that is live, and not the one on its way', async () => {
  expect(await versionOf(northwind)).toBe('2.0.3');
  expect(await versionOf(contoso)).toBe('2.4.0');
});

it('shows the new version once it is published', async () => {
  await simulator.control('advance', { offerId: contoso, to: 'hub' });
  expect(await versionOf(contoso)).toBe('3.0.1');
});

it('does not find an offer that it does not have', async () => {
  expect(await listingOf('contoso.unheard-of')).toStrictEqual({ kind: 'notFound' });
});

it('shows what is in the way', async () => {
  expect(await listingOf(contoso)).toStrictEqual({
    kind: 'read',
    value: { version: '2.4.0', obstacles: [] },
  });
  await fault('catalogOffer', { status: 200, body: { isStopSell: true, keywords: [] } });
  expect(await listingOf(contoso)).toStrictEqual({
    kind: 'read',
    value: { version: null, obstacles: ['keywordMissing', 'stopSell'] },
  });
});

it('reads without signing in', async () => {
  await versionOf(contoso);
  expect(await asked()).toStrictEqual({ 'GET catalogOffer': 1, 'GET catalogTemplate': 1 });
});

it('finds the template behind plans that have none', async () => {
  const { plans } = listing(template()).body;
  const body = { plans: [{}, { artifacts: null }, ...plans] };
  await fault('catalogOffer', { status: 200, body });
  expect(await versionOf(contoso)).toBe('2.4.0');
});

describe('cannot be read', () => {
  it.each([
    ['when it fails', { status: 500 }, 'status 500'],
    ['when it refuses', { status: 403 }, 'status 403'],
    [
      'at its limit',
      { status: 429, headers: { 'retry-after': '60' } },
      'status 429, to be asked again in 60 s',
    ],
    ['when it sends elsewhere', { status: 302, headers: { location: '/' } }, 'status 302'],
    ['when the answer is a text', { status: 200, body: 'Maintenance' }, 'an answer of another shape'],
    ['when the answer is a list', { status: 200, body: [] }, 'an answer of another shape'],
    ['when a field has another shape', { status: 200, body: { plans: {} } }, 'an answer of another shape'],
  ])('%s', async (_when, what, reason) => {
    await fault('catalogOffer', what);
    expect(await listingOf(contoso)).toStrictEqual({ kind: 'unavailable', reason });
  });

  it('when the connection is cut', async () => {
    await fault('catalogOffer', { cut: 'before' });
    expect(await listingOf(contoso)).toMatchObject({ kind: 'unavailable' });
  });

  it('when nothing answers there', async () => {
    const { url } = simulator.ready;
    await simulator.stop();
    expect(await catalogAt(url).listing(contoso)).toMatchObject({ kind: 'unavailable' });
  });
});

it('is asked again when it fails, and so is the template', async () => {
  await fault('catalogOffer', { status: 503 });
  await fault('catalogTemplate', { cut: 'after' });
  expect(await catalogAt(simulator.ready.url, 2).listing(contoso)).toMatchObject({
    value: { version: '2.4.0' },
  });
  expect(await asked()).toStrictEqual({ 'GET catalogOffer': 2, 'GET catalogTemplate': 2 });
});

describe('shows no version', () => {
  it.each([
    ['when the offer has no plans', 'catalogOffer', { status: 200, body: {} }],
    ['when no plan has a template', 'catalogOffer', listing('https://contoso.invalid/a.json', 'other')],
    ['when the template cannot be had', 'catalogTemplate', { status: 404 }],
    ['when the template’s connection is cut', 'catalogTemplate', { cut: 'after' }],
    ['when the template is empty', 'catalogTemplate', { status: 200, body: '' }],
    ['when the template is no JSON', 'catalogTemplate', { status: 200, body: '<html>' }],
    ['when the template names no version', 'catalogTemplate', { status: 200, body: { variables: {} } }],
  ])('%s', async (_when, route, what) => {
    await fault(route, what);
    expect(await versionOf(contoso)).toBeNull();
  });
});

describe('fetches no template', () => {
  it.each([
    ['over plain http from another host', () => template().replace('127.0.0.1', 'localhost')],
    ['from a link that is none', () => '//['],
  ])('%s', async (_how, uri) => {
    await fault('catalogOffer', listing(uri()));
    expect(await versionOf(contoso)).toBeNull();
    expect(await asked()).toStrictEqual({ 'GET catalogOffer': 1 });
  });

  it('to where it is redirected', async () => {
    await fault('catalogTemplate', { status: 302, headers: { location: template() } });
    expect(await versionOf(contoso)).toBeNull();
    expect(await asked()).toMatchObject({ 'GET catalogTemplate': 1 });
  });
});
