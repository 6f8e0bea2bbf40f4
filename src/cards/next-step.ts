import type { Offer } from '../domain/offer.js';
import type { Submission } from '../domain/submission.js';
import { positionOf, type StageState } from '../domain/stage.js';
import { boxOf, detailText, type Box } from './box.js';
import { goLiveBox } from './go-live-box.js';
import { expectationFor, isLate, unfinishedOf } from './lateness.js';
import type { Look } from './look.js';
import { blockedWords, isBlocked, obstacleWords } from './obstacle-words.js';
import { stageNames, standing } from './stage-words.js';
import { whenText } from './when.js';

export function nextStep(offer: Offer, submission: Submission, look: Look): Box {
  if (offer.gone) return goneBox();
  const here = unfinishedOf(submission.stages);
  if (here === null)
    return boxOf('good', 'In the content hub', 'Customers can install this version. Nothing is left to do.');
  const title = standing(here);
  switch (here.status) {
    case 'failed':
      return boxOf(
        'attention',
        title,
        detailText(submission.detail),
        'Read the report in Partner Center, correct the offer and publish it again.',
      );
    case 'cancelled':
      return boxOf('attention', title, 'Publish the offer again in Partner Center when it is ready.');
    case 'waiting':
    case 'inProgress':
    case 'notStarted':
    case 'succeeded':
      if (here.stage === 'publisherApproval') return approvalStep(offer, submission, look);
      return isBlocked(here, offer)
        ? boxOf('warning', blockedWords, ...obstacleWords(offer))
        : running(here, look);
  }
}

/** Partner Center does not show the offer any more. */
export function goneBox(): Box {
  return boxOf(
    'attention',
    'Not in Partner Center any more',
    'Partner Center answers, and does not show this offer. What stands here was seen before.',
  );
}

/** Whether the one thing to do is to sign off. */
export function waitsForSignOff(offer: Offer, submission: Submission): boolean {
  const { stage, status } = positionOf(submission.stages);
  return (
    stage === 'publisherApproval' &&
    status === 'waiting' &&
    offer.current?.submissionId === submission.submissionId &&
    offer.signOff === null &&
    !offer.gone
  );
}

function approvalStep(offer: Offer, submission: Submission, look: Look): Box {
  const position = positionOf(submission.stages);
  const asked = offer.goLive?.submissionId === submission.submissionId;
  if (waitsForSignOff(offer, submission)) {
    if (asked) return goLiveBox(offer, position, look);
    return boxOf('accent', standing(position), 'Next: review the preview, then sign off.');
  }
  const signed = offer.signOff?.submissionId === submission.submissionId;
  return signed
    ? goLiveBox(offer, position, look)
    : boxOf('emphasis', standing(position), 'Nothing to do here.');
}

function running(here: StageState, look: Look): Box {
  const { expectedBy } = expectationFor(here, look);
  const expected = expectedBy === null ? '' : whenText(expectedBy, look.timeZone);
  if (isLate(here, look))
    return boxOf(
      'warning',
      `${stageNames[here.stage]} is late`,
      `It was expected by ${expected}. Look at it in Partner Center; ask Microsoft’s support if it stays like this.`,
    );
  if (here.stage === 'contentHub' && !look.hubWatched)
    return boxOf(
      'emphasis',
      'Live in the marketplace',
      expected === ''
        ? 'The content hub is not observed.'
        : `The content hub is not observed; it should be there by ${expected}.`,
    );
  return boxOf(
    'emphasis',
    standing(here),
    expected === '' ? 'Nothing to do now.' : `Nothing to do now: expected by ${expected}.`,
  );
}
