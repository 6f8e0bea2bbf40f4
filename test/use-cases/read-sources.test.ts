import type { Catalog, OfferToRead } from '../../src/ports.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';
import { offerAt, submissionAt, t0 } from '../support/build.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';

const clock = new ManualClock();
const before = submissionAt('contentHub', 'succeeded', { submissionId: '1', releaseNumber: 1 });
const published = submissionAt('contentHub', 'inProgress');

let partnerCenter: FakePublishing;
let asked: string[];
beforeEach(() => {
  partnerCenter = new FakePublishing();
  asked = [];
});

function catalog(name: string, version: string | null): Catalog {
  return {
    versionOf: async (offerKey) => {
      asked.push(`${name} ${offerKey}`);
      return version;
    },
  };
}

function observe(offer: OfferToRead) {
  const marketplace = catalog('marketplace', '3.0.1');
  const contentHub = catalog('content hub', null);
  return makeStatusSource({ publishing: partnerCenter, marketplace, contentHub, clock }).observe(offer);
}

it('puts Partner Center, marketplace and content hub into one sighting', async () => {
  partnerCenter.shows(published);
  expect(await observe(offerAt('publishing', 'inProgress'))).toStrictEqual({
    kind: 'observed',
    observation: {
      at: t0,
      productId: 'f6b6f3a0-0000-4000-8000-000000000001',
      name: 'Contoso Threat Protection',
      submissions: [published],
      marketplaceVersion: '3.0.1',
      hubVersion: null,
    },
  });
  expect(asked).toStrictEqual([
    'marketplace contoso.sentinel-solution',
    'content hub contoso.sentinel-solution',
  ]);
});

it('is dated by when the read began', async () => {
  const moving = new ManualClock();
  partnerCenter.shows(published);
  partnerCenter.meanwhile = async () => moving.forward(30);
  const catalogs = { marketplace: catalog('marketplace', null), contentHub: catalog('content hub', null) };
  const source = makeStatusSource({ publishing: partnerCenter, ...catalogs, clock: moving });
  expect(await source.observe(offerAt('preview', 'inProgress'))).toMatchObject({ observation: { at: t0 } });
});

it.each([
  ['nothing is live', [submissionAt('certification', 'inProgress')]],
  ['what is live is known to have arrived', [submissionAt('preview', 'inProgress'), before]],
  ['there is no submission', []],
])('asks no catalog while %s', async (_while, submissions) => {
  partnerCenter.shows(...submissions);
  const read = await observe({ ...offerAt('preview', 'inProgress'), live: before });
  expect(read).toMatchObject({ observation: { marketplaceVersion: null, hubVersion: null } });
  expect(asked).toStrictEqual([]);
});

it('asks the catalogs at first sight of what is live, and while it is on its way behind a newer one', async () => {
  partnerCenter.shows(before);
  await observe({ ...offerAt('preview', 'inProgress'), current: null });
  expect(asked).toHaveLength(2);
  const live = submissionAt('contentHub', 'inProgress', { submissionId: '1', releaseNumber: 1 });
  partnerCenter.shows(submissionAt('preview', 'inProgress'), live);
  await observe({ ...offerAt('preview', 'inProgress'), live });
  expect(asked).toHaveLength(4);
});

it.each([{ kind: 'notFound' }, { kind: 'unavailable', reason: 'status 503' }] as const)(
  'is no sighting when Partner Center answers $kind',
  async (reading) => {
    partnerCenter.reading = reading;
    expect(await observe(offerAt('publishing', 'inProgress'))).toStrictEqual(reading);
    expect(asked).toStrictEqual([]);
  },
);
