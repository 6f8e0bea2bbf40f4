import type { OfferToRead } from '../../src/ports.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';
import { offerAt, submissionAt, t0 } from '../support/build.js';
import { FakeCatalogs, sourceOf } from '../support/fake-catalogs.js';
import { FakePublishing } from '../support/fake-publishing.js';
import { ManualClock } from '../support/manual-clock.js';

const clock = new ManualClock();
const before = submissionAt('contentHub', 'succeeded', { submissionId: '1', releaseNumber: 1 });
const published = submissionAt('contentHub', 'inProgress');
const listing = { version: '3.0.1', obstacles: ['planHidden'] } as const;
const unavailable = { kind: 'unavailable', reason: 'status 503' } as const;

let partnerCenter: FakePublishing;
let catalogs: FakeCatalogs;
beforeEach(() => {
  partnerCenter = new FakePublishing();
  catalogs = new FakeCatalogs();
});

const observe = (offer: OfferToRead) => sourceOf(partnerCenter, clock, catalogs).observe(offer);

it('puts Partner Center, marketplace and content hub into one sighting', async () => {
  partnerCenter.obstacles = ['notSolutionTemplate'];
  partnerCenter.shows(published);
  catalogs.shown = { kind: 'read', value: listing };
  catalogs.arrived = { kind: 'read', value: '3.0.0' };
  expect(await observe(offerAt('publishing', 'inProgress'))).toStrictEqual({
    sighting: {
      kind: 'observed',
      observation: {
        at: t0,
        productId: 'f6b6f3a0-0000-4000-8000-000000000001',
        name: 'Contoso Threat Protection',
        submissions: [published],
        obstacles: ['notSolutionTemplate'],
        marketplace: listing,
        hubVersion: '3.0.0',
      },
    },
    reads: [
      { source: 'partnerCenter', good: true },
      { source: 'marketplace', good: true },
      { source: 'contentHub', good: true },
    ],
  });
  expect(catalogs.asked).toStrictEqual([
    'marketplace contoso.sentinel-solution',
    'content hub contoso.sentinel-solution',
  ]);
});

it('is dated by when the read began', async () => {
  const moving = new ManualClock();
  partnerCenter.shows(published);
  partnerCenter.meanwhile = async () => moving.forward(30);
  const { sighting } = await sourceOf(partnerCenter, moving).observe(offerAt('preview', 'inProgress'));
  expect(sighting).toMatchObject({ observation: { at: t0 } });
});

it.each([
  ['nothing is live', [submissionAt('certification', 'inProgress')]],
  ['what is live is known to have arrived', [submissionAt('preview', 'inProgress'), before]],
  ['there is no submission', []],
])('asks no catalog while %s', async (_while, submissions) => {
  partnerCenter.shows(...submissions);
  const { sighting, reads } = await observe({ ...offerAt('preview', 'inProgress'), live: before });
  expect(sighting).toMatchObject({ observation: { marketplace: null, hubVersion: null } });
  expect(reads).toStrictEqual([{ source: 'partnerCenter', good: true }]);
  expect(catalogs.asked).toStrictEqual([]);
});

it('asks the catalogs at first sight of what is live, and while it is on its way behind a newer one', async () => {
  partnerCenter.shows(before);
  await observe({ ...offerAt('preview', 'inProgress'), current: null });
  expect(catalogs.asked).toHaveLength(2);
  const live = submissionAt('contentHub', 'inProgress', { submissionId: '1', releaseNumber: 1 });
  partnerCenter.shows(submissionAt('preview', 'inProgress'), live);
  await observe({ ...offerAt('preview', 'inProgress'), live });
  expect(catalogs.asked).toHaveLength(4);
});

it('asks no content hub where none is configured, and says nothing of how it answers', async () => {
  partnerCenter.shows(published);
  const { marketplace } = catalogs;
  const source = makeStatusSource({ publishing: partnerCenter, marketplace, contentHub: null, clock });
  const { sighting, reads } = await source.observe(offerAt('publishing', 'inProgress'));
  expect(sighting).toMatchObject({ kind: 'observed', observation: { hubVersion: null } });
  expect(reads.map(({ source: asked }) => asked)).toStrictEqual(['partnerCenter', 'marketplace']);
});

it('that a catalog does not show the offer is an answer, and a good one', async () => {
  partnerCenter.shows(published);
  const { sighting, reads } = await observe(offerAt('publishing', 'inProgress'));
  expect(sighting).toMatchObject({ observation: { marketplace: null, hubVersion: null } });
  expect(reads.map(({ good }) => good)).toStrictEqual([true, true, true]);
});

it.each(['marketplace', 'contentHub'] as const)(
  'that the %s does not answer spoils nothing but its own part',
  async (silent) => {
    partnerCenter.shows(published);
    catalogs.shown = silent === 'marketplace' ? unavailable : { kind: 'read', value: listing };
    catalogs.arrived = silent === 'contentHub' ? unavailable : { kind: 'read', value: '3.0.1' };
    const { sighting, reads } = await observe(offerAt('publishing', 'inProgress'));
    expect(sighting).toMatchObject({
      observation: {
        submissions: [published],
        marketplace: silent === 'marketplace' ? null : listing,
        hubVersion: silent === 'contentHub' ? null : '3.0.1',
      },
    });
    expect(reads.filter(({ good }) => !good)).toStrictEqual([{ source: silent, good: false }]);
  },
);

it.each([
  [{ kind: 'notFound' }, true],
  [unavailable, false],
] as const)(
  'is no sighting when Partner Center answers %j; whether that was a good read: %s',
  async (reading, good) => {
    partnerCenter.reading = reading;
    expect(await observe(offerAt('publishing', 'inProgress'))).toStrictEqual({
      sighting: reading,
      reads: [{ source: 'partnerCenter', good }],
    });
    expect(catalogs.asked).toStrictEqual([]);
  },
);

it('hands on whether a submission may be promoted', async () => {
  partnerCenter.fresh = { newestSubmissionId: '1', ready: true };
  expect(await sourceOf(partnerCenter, clock).readiness('product', '1')).toStrictEqual(partnerCenter.fresh);
  expect(partnerCenter.readinessReads).toStrictEqual(['1']);
});
