import {
  day,
  formerRelease,
  hour,
  minute,
  second,
  type NamedScenario,
  type OfferScript,
} from '../scenario.js';

/** From the first second waiting for the publisher's approval; certified, published and in the content hub after it. */
const contoso: OfferScript = {
  publisherId: 'contoso',
  publisherName: 'Contoso',
  offerId: 'azure-sentinel-solution-contoso',
  name: 'Contoso Threat Protection',
  planId: 'contoso-threat-protection',
  summary: 'Brings Contoso alerts and incidents into Microsoft Sentinel.',
  begun: [
    formerRelease('2.4.0', 96),
    {
      run: {
        version: '3.0.1',
        timing: {
          approval: null,
          certification: 40 * second,
          publishing: 20 * second,
          catalog: 0,
          hub: 60 * second,
        },
      },
      phase: 'approval',
      ago: { created: 145 * minute, validation: 143 * minute, preview: 59 * minute, approval: 12 * minute },
    },
  ],
  upcoming: [],
};

/** Runs by itself: approved in Partner Center, refused by certification, submitted again, and then all the way. */
const fabrikam: OfferScript = {
  publisherId: 'fabrikam',
  publisherName: 'Fabrikam',
  offerId: 'azure-sentinel-solution-fabrikam',
  name: 'Fabrikam Identity Monitor',
  planId: 'fabrikam-identity-monitor',
  summary: 'Watches sign-ins of Fabrikam Identity for signs of account takeover.',
  begun: [
    {
      run: {
        version: '1.2.0',
        timing: {
          validation: 20 * second,
          preview: 22 * second,
          approval: 25 * second,
          certification: 22 * second,
        },
        failsIn: 'certification',
        resubmitAfter: 25 * second,
      },
      phase: 'validation',
      ago: { created: 2 * second, validation: 0 },
    },
  ],
  upcoming: [
    {
      version: '1.2.1',
      timing: {
        created: 3 * second,
        validation: 20 * second,
        preview: 20 * second,
        approval: 25 * second,
        certification: 25 * second,
        publishing: 20 * second,
        catalog: 0,
        hub: 25 * second,
      },
    },
  ],
};

/** In the marketplace since yesterday; the content hub still shows the version before. */
const northwind: OfferScript = {
  publisherId: 'northwind',
  publisherName: 'Northwind Traders',
  offerId: 'azure-sentinel-solution-northwind',
  name: 'Northwind Traffic Insights',
  planId: 'northwind-traffic-insights',
  summary: 'Network traffic analytics for Northwind gateways.',
  begun: [
    formerRelease('2.0.2', 61),
    {
      run: { version: '2.0.3', timing: { hub: 90 * second } },
      phase: 'hub',
      ago: {
        created: 4 * day + 4 * hour,
        validation: 4 * day + 4 * hour - 2 * minute,
        preview: 4 * day + 2 * hour,
        approval: 4 * day + hour,
        certification: 4 * day,
        publishing: day + 2 * hour,
        catalog: day,
        hub: day - 3 * minute,
      },
    },
  ],
  upcoming: [],
};

/** Three fictitious publishers, told in about four minutes. */
export const demo: NamedScenario = {
  name: 'demo',
  description:
    'Contoso waits for your approval; Fabrikam goes by itself, fails certification and comes again; Northwind is on its way into the content hub',
  offers: [contoso, fabrikam, northwind],
};
