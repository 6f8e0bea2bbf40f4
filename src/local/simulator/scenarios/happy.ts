import type { NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

export const happy: NamedScenario = {
  name: 'happy',
  description:
    'A first submission from its first second; waits for your promote, then certified, live and in the content hub',
  offers: [newcomer('Bellows', 'Campus Sentry', { version: '1.0.0', timing: {} })],
};
