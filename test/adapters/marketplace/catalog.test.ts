import { makeMarketplaceCatalog } from '../../../src/adapters/marketplace/catalog.js';
import { contoso, northwind, Rig } from '../../local/simulator/rig.js';

let simulator: Rig;
beforeEach(async () => {
  simulator = await Rig.start({ manual: true });
});
afterEach(() => simulator.end());

const versionOf = (offerKey: string) => makeMarketplaceCatalog(simulator.ready.url).versionOf(offerKey);
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

it('shows nothing of an offer that it does not have', async () => {
  expect(await versionOf('contoso.unheard-of')).toBeNull();
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

describe('shows nothing', () => {
  it.each([
    ['when it fails', 'catalogOffer', { status: 500 }],
    ['when the connection is cut', 'catalogOffer', { cut: 'before' }],
    ['when the answer is a text', 'catalogOffer', { status: 200, body: 'The product does not exist' }],
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

  it('when nothing answers there', async () => {
    const { url } = simulator.ready;
    await simulator.stop();
    expect(await makeMarketplaceCatalog(url).versionOf(contoso)).toBeNull();
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
