import type { OfferScript } from '../scenario.js';
import type { Run } from '../state.js';

/** An offer whose first submission is made in the first second; `change` says what is different about it. */
export function newcomer(
  company: string,
  product: string,
  run: Run,
  change: Partial<OfferScript> = {},
): OfferScript {
  const publisherId = company.toLowerCase().replaceAll(' ', '');
  return {
    publisherId,
    publisherName: company,
    offerId: `azure-sentinel-solution-${publisherId}`,
    name: `${company} ${product}`,
    planId: `${publisherId}-plan`,
    summary: `${company} ${product} for Microsoft Sentinel.`,
    begun: [{ run, phase: 'created', ago: { created: 0 } }],
    upcoming: [],
    ...change,
  };
}
