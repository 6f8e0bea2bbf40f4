import { second, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

export const managedApplication: NamedScenario = {
  name: 'managed-application',
  description:
    'The plan is a managed application, in two clouds: it is approved and goes live, but is no solution for the content hub',
  offers: [
    newcomer(
      'Blue Yonder',
      'Flight Desk',
      { version: '1.0.0', timing: { approval: 10 * second, hub: null } },
      {
        oddities: {
          planSubType: 'managed-application',
          cloudAvailabilities: ['public-azure', 'azure-government'],
        },
      },
    ),
  ],
};
