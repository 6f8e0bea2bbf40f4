import type { NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

export const autoPromote: NamedScenario = {
  name: 'auto-promote',
  description: 'isAutoPromote is true: certification follows preview creation without a pause for approval',
  offers: [newcomer('Humongous', 'Claims Watch', { version: '2.0.0', timing: {}, autoPromote: true })],
};
