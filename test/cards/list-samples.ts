import type { Offer } from '../../src/domain/offer.js';
import type { Submission } from '../../src/domain/submission.js';
import type { OfferSighting } from '../../src/domain/picture.js';
import { minutesAgo, offerWith, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';

export function listSamples(): readonly NamedPicture[] {
  const few = [
    named('Contoso Threat Protection', 'contoso', submissionAt('publisherApproval', 'waiting', 130)),
    named(
      'Northwind Traffic Insights',
      'northwind',
      submissionAt('contentHub', 'inProgress', 1_500, { version: '5.1.0' }),
    ),
    named(
      'Fabrikam Identity Monitor',
      'fabrikam',
      submissionAt('certification', 'failed', 900, { version: '1.2.0' }),
    ),
    named(
      'Adatum Endpoint Signals',
      'adatum',
      submissionAt('contentHub', 'succeeded', 9_000, { version: '2.0.4' }),
    ),
    named('Tailspin Logs', 'tailspin', null),
    named('Woodgrove Audit', 'woodgrove', submissionAt('validation', 'inProgress', 1_800, { version: null })),
  ];
  return [
    ['offers', { kind: 'offers', sightings: few }],
    [
      'offers-calm',
      {
        kind: 'offers',
        sightings: few
          .slice(1, 2)
          .map((sighting) => ({ ...sighting, freshness: { ...sighting.freshness, stale: true } })),
      },
    ],
    ['offers-none', { kind: 'offers', sightings: [] }],
    ['offers-many', { kind: 'offers', sightings: manyOffers(60) }],
    [
      'guide',
      {
        kind: 'guide',
        title: 'What I can do',
        intro: 'I follow your Microsoft Sentinel offers and tell every step.',
        rows: [
          { term: 'status of <offer>', text: 'where an offer stands, stage by stage' },
          { term: 'subscribe <offer>', text: 'tell its changes here' },
        ],
        options: [{ title: 'All offers', command: 'offers' }],
      },
    ],
    [
      'choice',
      {
        kind: 'choice',
        asked: 'con',
        found: true,
        options: few
          .slice(0, 3)
          .map(({ offer }) => ({ title: offer.name, command: `status of ${offer.offerKey}` })),
      },
    ],
    [
      'choice-many',
      {
        kind: 'choice',
        asked: '**sol** [x](https://example.com)',
        found: false,
        options: manyOffers(9).map(({ offer }) => ({
          title: `${offer.name} (${offer.offerKey})`,
          command: `status of ${offer.offerKey}`,
        })),
      },
    ],
    [
      'subscriptions',
      {
        kind: 'subscriptions',
        subscriptions: [
          subscription('offer:contoso.azure-sentinel-solution-contoso', 'all'),
          subscription('publisher:fabrikam', 'milestones'),
          subscription('everything', 'action-needed'),
        ],
      },
    ],
    ['choice-nothing', { kind: 'choice', asked: 'xyz', found: false, options: [] }],
    ['subscriptions-none', { kind: 'subscriptions', subscriptions: [] }],
  ];
}

/** Offers with the longest names there can be, in all states. */
export function manyOffers(count: number): readonly OfferSighting[] {
  const submissions = [
    submissionAt('publisherApproval', 'waiting', 130),
    submissionAt('certification', 'inProgress', 700),
    submissionAt('contentHub', 'succeeded', 9_000),
    submissionAt('preview', 'failed', 80),
  ];
  return Array.from({ length: count }, (_, index) => {
    const id = `${String(index).padStart(2, '0')}${'-solution-for-microsoft-sentinel'.repeat(3)}`.slice(
      0,
      50,
    );
    const name = `Solution ${index} ${'with a name as long as names can be '.repeat(6)}`;
    return named(name, `publisher${'x'.repeat(40)}`, submissions[index % 4] ?? null, id);
  });
}

function named(name: string, publisherId: string, current: Submission | null, id?: string): OfferSighting {
  const offerId = id ?? `azure-sentinel-solution-${publisherId}`;
  const key = { offerKey: `${publisherId}.${offerId}`, publisherId, offerId, name };
  const offer: Offer = { ...offerWith(current), ...key };
  return { offer, freshness: { checkedAt: minutesAgo(3), stale: false } };
}

function subscription(
  topic: 'everything' | `offer:${string}` | `publisher:${string}`,
  level: 'all' | 'milestones' | 'action-needed',
) {
  return {
    topic,
    conversationId: '19:channel@thread.tacv2',
    level,
    by: { objectId: null, name: 'Release manager' },
    at: minutesAgo(4_000),
  };
}
