import type { Offer } from '../domain/offer.js';
import type { Submission } from '../domain/submission.js';
import { positionOf } from '../domain/stage.js';
import { boxOf, type Box } from './box.js';
import { goLiveBox } from './go-live-box.js';
import type { Look } from './look.js';

/** What stands above the buttons. */
export interface FinalWords {
  readonly title: string;
  readonly text: string;
}

export function whereThePreviewIs(offer: Offer): string {
  const page = offer.productId === null ? 'the offer’s page' : 'the offer’s page (button below)';
  return `The links “Azure portal preview” and “Azure Marketplace preview” are on ${page} in Partner Center, under Publisher signoff. They can take up to 4 hours to show.`;
}

export function warningsOf(offer: Offer, submission: Submission, look: Look): readonly Box[] {
  const asked = offer.goLive?.submissionId === submission.submissionId;
  return [
    ...(look.reads
      ? []
      : [
          boxOf(
            'warning',
            'Not verified with Partner Center',
            'What stands here was pushed by your own pipeline.',
          ),
        ]),
    ...(asked ? [goLiveBox(offer, positionOf(submission.stages), look)] : []),
    ...(submission.autoPromote
      ? [
          boxOf(
            'warning',
            'Auto-promote is on',
            'Partner Center will go live by itself, without waiting for a sign-off.',
          ),
        ]
      : []),
  ];
}

export function finalWords(look: Look): FinalWords {
  return look.goLive === 'record'
    ? {
        title: 'Going live cannot be undone.',
        text: 'Here your sign-off is recorded; then Go live must be pressed in Partner Center.',
      }
    : {
        title: 'Go live cannot be undone.',
        text: 'It signs this submission off under your name and asks Partner Center to go live.',
      };
}
