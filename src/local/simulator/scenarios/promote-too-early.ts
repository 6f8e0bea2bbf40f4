import { minute, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

export const promoteTooEarly: NamedScenario = {
  name: 'promote-too-early',
  description:
    'Preview creation takes ten minutes: a promote before its end is answered 409 and changes nothing',
  offers: [newcomer('Lamna', 'Health Records', { version: '1.2.0', timing: { preview: 10 * minute } })],
};
