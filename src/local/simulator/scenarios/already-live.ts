import { formerRelease, type NamedScenario } from '../scenario.js';
import { newcomer } from './newcomer.js';

const run = { version: '3.0.0', timing: {} };

export const alreadyLive: NamedScenario = {
  name: 'already-live',
  description: 'Live and in the content hub at first sight; nothing happens by itself',
  offers: [
    newcomer('Alpine', 'Ski Pass Signals', run, { begun: [formerRelease('3.0.0', 20)] }),
    newcomer('Southridge', 'Video Audit', run, {
      begun: [formerRelease('2.9.0', 200), formerRelease('3.0.0', 20)],
    }),
  ],
};
