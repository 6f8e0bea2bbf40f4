import type { OfferEvent } from '../domain/offer-event.js';
import type { Offer } from '../domain/offer.js';
import type { Look } from './look.js';
import { boxOf, detailText } from './box.js';
import { boxed, calm, type Meaning } from './meaning.js';
import { standingOf } from './obstacle-words.js';
import { keptOut, lateMeaning, newMeaning, positionMeaning } from './position-meaning.js';
import { inSentence } from './stage-words.js';

export function eventMeaning(event: OfferEvent, offer: Offer, look: Look): Meaning {
  const { kind, to } = event;
  switch (kind) {
    case 'moved':
      return positionMeaning(event, offer);
    case 'resubmitted':
      return newMeaning(event, offer);
    case 'late':
      return lateMeaning(to, offer);
    case 'gone':
      return boxed(
        boxOf(
          'attention',
          'Was the offer deleted, or the account’s rights taken?',
          'Partner Center answers, and does not show it.',
          `If it is gone for good, an admin can type: untrack ${offer.offerKey}`,
        ),
      );
    case 'unsigned':
      return boxed(
        boxOf(
          'warning',
          'Nobody signed off here',
          `Partner Center moved past publisher approval: ${inSentence(standingOf(to, offer))}. Ask who pressed Go live there.`,
          ...keptOut(to, offer),
        ),
      );
    case 'autoPromote':
      return boxed(
        boxOf(
          'warning',
          'Review the preview now',
          'Auto-promote is on: Partner Center will not wait for a sign-off. Cancel the publish there if it must not go live.',
        ),
      );
    case 'signed':
      return look.goLive === 'record'
        ? boxed(
            boxOf(
              'accent',
              'Now press Go live in Partner Center',
              'The sign-off is recorded here; nothing goes live before that.',
            ),
          )
        : calm('Go live requested: Partner Center is being asked. It is not live yet.');
    case 'goLive':
      return goLiveMeaning(event);
  }
}

function goLiveMeaning({ goLive, detail }: OfferEvent): Meaning {
  switch (goLive) {
    case 'refused':
      return boxed(
        boxOf(
          'attention',
          'Nothing went live',
          detailText(detail),
          'Remove the cause in Partner Center, then sign off again.',
        ),
      );
    case 'unknown':
      return boxed(
        boxOf(
          'warning',
          'Please do not press again',
          'We asked Partner Center and did not get an answer; reading until it is known.',
        ),
      );
    case 'notTaken':
      return boxed(
        boxOf(
          'attention',
          'It still waits for publisher approval',
          'The request did not arrive. An approver may sign off again.',
        ),
      );
    case 'accepted':
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
    case 'publishing':
    case 'live':
    case null:
      return calm('Certification and publishing follow. It is not live yet.');
  }
}
