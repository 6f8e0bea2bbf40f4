import { picture } from '../reply.js';
import type { MakeCommand } from './command.js';
import { withOffer } from './offer-asked.js';

export const makeStatusCommand: MakeCommand = (stories) => ({
  pattern: /^status(?: of)? (?!of$)(.+)$/i,
  usage: 'status of <offer>',
  help: 'where an offer stands, stage by stage',
  run: ([asked = '']) =>
    withOffer(
      stories,
      asked,
      (offerKey) => `status of ${offerKey}`,
      ({ offer, freshness }) => picture({ kind: 'status', offer, submissionId: null, said: null, freshness }),
    ),
});
