import { formerRelease, second, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

const onlyOne = newcomer('Munson', 'Brine Sensors', {
  version: '1.0.0',
  timing: {},
  ends: { in: 'preview', by: 'cancel' },
});

const update = newcomer(
  'Fourth Coffee',
  'Roast Telemetry',
  { version: '3.2.0', timing: {} },
  {
    begun: [
      formerRelease('3.1.0', 90),
      {
        run: {
          version: '3.2.0',
          timing: { approval: 20 * second },
          ends: { in: 'approval', by: 'cancel' },
          resubmitAfter: 20 * second,
        },
        phase: 'validation',
        ago: { created: 3 * second, validation: 0 },
      },
    ],
    upcoming: [{ version: '3.2.1', timing: {} }],
  },
);

export const cancelled: NamedScenario = {
  name: 'cancelled',
  description:
    'Munson cancels its only submission, and its list is empty; Fourth Coffee cancels an update that waits for approval, and submits the next one',
  offers: [onlyOne, update],
};
