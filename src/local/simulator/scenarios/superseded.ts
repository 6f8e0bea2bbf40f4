import { formerRelease, minute, second, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

const waiting = {
  run: {
    version: '1.1.0',
    timing: { approval: 20 * second },
    ends: { in: 'approval', by: 'newPreview' },
  },
  phase: 'approval',
  ago: { created: 90 * minute, validation: 89 * minute, preview: 50 * minute, approval: 5 * minute },
} as const;

export const superseded: NamedScenario = {
  name: 'superseded',
  description:
    'A preview waits for approval until, after 20 seconds, a newer one takes its place: the old one can no longer be promoted',
  offers: [
    newcomer('Nod', 'Press Archive', waiting.run, {
      begun: [formerRelease('1.0.0', 30), waiting],
      upcoming: [{ version: '1.1.1', timing: {} }],
    }),
  ],
};
