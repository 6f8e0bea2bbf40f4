import { renderPicture, type Look } from '../../src/cards/render-picture.js';
import { actionsOf, textOf } from './card-parts.js';
import { manyOffers } from './list-samples.js';
import { minutesAgo, now, offerWith, submissionAt } from './sample-offers.js';
import { cardSamples } from './samples.js';

const look: Look = {
  now,
  timeZone: 'UTC',
  hubWatched: true,
  simulated: false,
  reads: true,
  goLive: 'promote',
};

function sampled(name: string): Record<string, unknown> {
  const sample = cardSamples().find((candidate) => candidate.name === name);
  if (!sample) throw new Error(`No sample ${name}.`);
  return renderPicture(sample.picture, sample.look).content;
}

describe('offers', () => {
  it('begin with what waits for you, then what needs attention', () => {
    const words = textOf(sampled('offers'));
    const order = [
      'Waiting for you',
      'Contoso Threat',
      'Needs attention',
      'Fabrikam',
      'Woodgrove',
      'Under way',
      'Northwind',
      'In the content hub',
      'Adatum',
      'No submission',
      'Tailspin',
    ];
    const places = order.map((name) => words.indexOf(`\n${name}`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(words).toContain('1 waiting for you, 2 need attention');
    expect(words).toContain('Waiting for publisher approval · for 2 h 10 min');
  });

  it('have a way to the first ones', () => {
    expect(actionsOf(sampled('offers')).map(({ data }) => (data as { command: string }).command)).toEqual([
      'approve contoso.azure-sentinel-solution-contoso',
      'status of fabrikam.azure-sentinel-solution-fabrikam',
      'status of woodgrove.azure-sentinel-solution-woodgrove',
    ]);
  });

  it('stay within limits when there are many', () => {
    const { content } = renderPicture({ kind: 'offers', sightings: manyOffers(60) }, look);
    expect(textOf(content)).toContain('And 35 more.');
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(25_000);
  });

  it('show fewer rows where letters are large', () => {
    const sightings = manyOffers(60).map(({ offer, freshness }) => ({
      offer: { ...offer, name: `${offer.offerId} ${'𠜎'.repeat(90)}` },
      freshness,
    }));
    const { content } = renderPicture({ kind: 'offers', sightings }, look);
    expect(textOf(content)).toMatch(/And (3[6-9]|4\d) more\./);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(25_000);
  });

  it('say which may be stale', () => {
    expect(textOf(sampled('offers-calm'))).toContain('may be stale');
  });

  it('ask for the press in Partner Center where sign-offs are only recorded', () => {
    const current = submissionAt('publisherApproval', 'waiting', 130);
    const by = { objectId: 'o', tenantId: 't', name: 'Release manager' };
    const { submissionId, releaseNumber, version } = current;
    const signOff = {
      submissionId,
      releaseNumber,
      version,
      by,
      at: minutesAgo(4),
      confirmations: [],
      verified: true,
    };
    const sighting = { offer: offerWith(current, { signOff }), freshness: { checkedAt: now, stale: false } };
    const words = (goLive: Look['goLive']): string =>
      textOf(renderPicture({ kind: 'offers', sightings: [sighting] }, { ...look, goLive }).content);
    expect(words('record')).toMatch(/1 waiting for you[\s\S]*press Go live in Partner Center · for 4 min/);
    expect(words('promote')).toMatch(/Nothing waits for you[\s\S]*Go live requested/);
  });
});

describe('choice', () => {
  it('shows what was asked as it was typed', () => {
    expect(textOf(sampled('choice-many'))).toContain('You asked for “**sol** [x](https://example.com)”.');
  });

  it('has at most six buttons that run their commands', () => {
    const actions = actionsOf(sampled('choice-many'));
    expect(actions).toHaveLength(6);
    for (const { verb, data } of actions)
      expect([verb, data]).toEqual(['run', { verb: 'run', command: expect.stringMatching(/^status of /) }]);
  });

  it('says whether anything fits', () => {
    expect(textOf(sampled('choice'))).toContain('Several offers fit\nWhich one?');
    expect(textOf(sampled('choice-nothing'))).toContain('Nothing like it is tracked');
    expect(textOf(sampled('choice-many'))).toContain('No offer fits\nWhich one? These are the nearest');
  });
});

it('shows as many subscriptions as fit', () => {
  const by = { objectId: null, name: '𠜎'.repeat(90) };
  const subscriptions = Array.from({ length: 200 }, (_, n) => ({
    topic: `offer:${'p'.repeat(50)}.${String(n).padStart(50, 'o')}` as const,
    conversationId: 'c',
    level: 'all' as const,
    by,
    at: now,
  }));
  const { content } = renderPicture({ kind: 'subscriptions', subscriptions }, look);
  expect(textOf(content)).toMatch(/And 1\d\d more\./);
  expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(25_000);
});

it('names what is followed, how much, by whom and since when', () => {
  const words = textOf(sampled('subscriptions'));
  for (const line of [
    'contoso.azure-sentinel-solution-contoso\nEvery event\nAsked for by Release manager, 20 Nov 2026, 19:41 UTC',
    'Every offer of fabrikam\nMilestones and what needs action',
    'Every tracked offer\nOnly what needs action',
  ])
    expect(words).toContain(line);
});
