import { formerRelease, second, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

const update = newcomer(
  'Wide World',
  'Customs Audit',
  { version: '2.0.0', timing: {} },
  {
    begun: [
      formerRelease('2.0.0', 40, { timing: { done: 15 * second }, ends: { in: 'done', by: 'newPreview' } }),
    ],
    upcoming: [{ version: '2.1.0', timing: {} }],
  },
);

const refused = newcomer(
  'Adventure Works',
  'Route Watch',
  {
    version: '1.0.0',
    timing: { approval: 10 * second, certification: 15 * second },
    failsIn: 'certification',
    resubmitAfter: 15 * second,
  },
  { upcoming: [{ version: '1.0.1', timing: {} }] },
);

export const resubmission: NamedScenario = {
  name: 'resubmission',
  description:
    'Wide World submits an update while the version before stays live; Adventure Works fails certification and submits again',
  offers: [update, refused],
};
