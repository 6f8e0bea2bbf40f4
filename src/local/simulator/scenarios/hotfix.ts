import { day, formerRelease, hour, minute, second, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

const live = {
  run: { version: '5.1.0', timing: { hub: 90 * second } },
  phase: 'hub',
  ago: {
    created: 3 * day,
    validation: 3 * day - minute,
    preview: 3 * day - hour,
    approval: 3 * day - 2 * hour,
    certification: 2 * day,
    publishing: 8 * hour,
    catalog: 7 * hour,
    hub: 7 * hour,
  },
} as const;

const fix = {
  run: { version: '5.1.1', timing: { preview: 30 * second } },
  phase: 'preview',
  ago: { created: 40 * minute, validation: 39 * minute, preview: minute },
} as const;

export const hotfix: NamedScenario = {
  name: 'hotfix',
  description:
    'A version that is live and still on its way into the content hub, while its correction is being made a preview',
  offers: [newcomer('Coho', 'Cellar Guard', fix.run, { begun: [formerRelease('5.0.0', 80), live, fix] })],
};
