import type { OfferEvent } from '../domain/offer-event.js';
import type { Offer } from '../domain/offer.js';
import { personOf } from './naming.js';
import { standingOf } from './obstacle-words.js';
import { inSentence, stageNames, standing } from './stage-words.js';

/** What happened, as the headline of the event's card and of its toast. */
export function eventHeadline(event: OfferEvent, offer: Offer): string {
  switch (event.kind) {
    case 'moved':
      return movedHeadline(event, offer);
    case 'resubmitted':
      return `New submission: ${inSentence(standingOf(event.to, offer))}`;
    case 'late':
      return `${stageNames[event.to.stage]} is late`;
    case 'gone':
      return 'Not in Partner Center any more';
    case 'unsigned':
      return event.to.stage === 'contentHub'
        ? 'Went live without a sign-off here'
        : 'Go live without a sign-off here';
    case 'autoPromote':
      return 'Partner Center will go live by itself';
    case 'signed':
      return event.signOff === null ? 'Signed off' : `Signed off by ${personOf(event.signOff.by)}`;
    case 'goLive':
      return goLiveHeadline(event);
  }
}

function movedHeadline({ to, movement }: OfferEvent, offer: Offer): string {
  if (to.stage === 'publisherApproval' && to.status === 'waiting' && movement !== 'back')
    return 'Preview created: waiting for publisher approval';
  return movement === 'back' ? `Back a stage: ${inSentence(standing(to))}` : standingOf(to, offer);
}

function goLiveHeadline({ goLive }: OfferEvent): string {
  switch (goLive) {
    case 'accepted':
      return 'Partner Center accepted Go live';
    case 'refused':
      return 'Partner Center refused Go live';
    case 'unknown':
      return 'No answer from Partner Center yet';
    case 'notTaken':
      return 'Partner Center did not take Go live';
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
    case 'publishing':
    case 'live':
    case null:
      return 'Go live requested';
  }
}
