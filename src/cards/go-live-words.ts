import type { Offer } from '../domain/offer.js';
import type { GoLiveState } from '../domain/go-live-state.js';
import type { Position } from '../domain/stage.js';
import type { Look } from './look.js';
import { inSentence, standing } from './stage-words.js';

/**
 * What Partner Center has made of a sign-off so far, as a headline. Nothing is called accepted or live before
 * Partner Center has said so.
 */
export function goLiveWords(offer: Offer, position: Position, look: Look): string {
  switch (stateOf(offer)) {
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
      return look.goLive === 'record'
        ? 'Sign-off recorded: press Go live in Partner Center'
        : 'Go live requested';
    case 'accepted':
      return 'Accepted by Partner Center';
    case 'refused':
      return 'Partner Center refused Go live';
    case 'unknown':
      return 'No answer from Partner Center yet';
    case 'notTaken':
      return 'Partner Center did not take Go live';
    case 'publishing':
      return `Accepted by Partner Center: ${inSentence(standing(position))}`;
    case 'live':
      return standing(position);
  }
}

/** The sentence below that headline: what it means and who has to do what. */
export function goLiveSentence(offer: Offer, look: Look): string {
  switch (stateOf(offer)) {
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
      return look.goLive === 'record'
        ? 'Nothing goes live until somebody presses Go live on the offer’s page in Partner Center.'
        : 'The sign-off is saved and Partner Center is being asked. It is not live yet; there is nothing to do.';
    case 'accepted':
      return 'Certification and publishing follow. It is not live yet; there is nothing to do.';
    case 'refused':
      return 'Nothing went live. Remove the cause in Partner Center, then sign off again.';
    case 'unknown':
      return 'We asked Partner Center and did not get an answer; reading until it is known. Please do not press again.';
    case 'notTaken':
      return 'The request did not arrive: the submission still waits there. An approver may sign off again.';
    case 'publishing':
      return 'This card follows each further stage. It is not live before publishing is done.';
    case 'live':
      return 'Partner Center shows this submission as published.';
  }
}

/** A sign-off without a state has just been given. */
function stateOf(offer: Offer): GoLiveState {
  return offer.goLive?.state ?? 'signed';
}
