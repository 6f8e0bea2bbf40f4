import { second, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

export const deletedOffer: NamedScenario = {
  name: 'deleted-offer',
  description:
    'Waits for approval until, 20 seconds on, the product is deleted: looking for it finds nothing, reading it is 404',
  offers: [
    newcomer('Margie', 'Travel Alerts', {
      version: '1.0.0',
      timing: { approval: 20 * second },
      ends: { in: 'approval', by: 'deletion' },
    }),
  ],
};
