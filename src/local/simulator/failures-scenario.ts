import { second, type OfferScript, type Scenario } from './scenario.js';
import type { Run } from './state.js';

function newcomer(company: string, product: string, run: Run): OfferScript {
  const publisherId = company.toLowerCase();
  return {
    publisherId,
    publisherName: company,
    offerId: `azure-sentinel-solution-${publisherId}`,
    name: `${company} ${product}`,
    planId: `${publisherId}-plan`,
    summary: `${company} ${product} for Microsoft Sentinel.`,
    begun: [{ run, phase: 'created', ago: { created: 0 } }],
    upcoming: [],
  };
}

/** What can go wrong besides certification, one offer each. */
export const failuresScenario: Scenario = {
  name: 'failures',
  offers: [
    newcomer('Tailspin', 'Log Collector', { version: '1.0.0', timing: {}, failsIn: 'created' }),
    newcomer('Proseware', 'Mail Guard', { version: '1.1.0', timing: {}, failsIn: 'validation' }),
    newcomer('Litware', 'Asset Radar', { version: '1.3.0', timing: {}, failsIn: 'preview' }),
    {
      ...newcomer('Woodgrove', 'Fraud Signals', {
        version: '4.0.0',
        timing: { approval: 10 * second, hub: null },
      }),
      sentinelKeyword: false,
    },
  ],
};
