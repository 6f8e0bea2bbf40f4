import type { Offer } from '../domain/offer.js';
import type { SignOff } from '../domain/sign-off-record.js';
import type { Submission } from '../domain/submission.js';
import { hasPassed, positionOf } from '../domain/stage.js';
import { goLiveWords } from './go-live-words.js';
import type { Look } from './look.js';
import { personOf, versionOf } from './naming.js';
import { obstacleWords } from './obstacle-words.js';
import { outsideText } from './outside-text.js';
import { inSentence, standing } from './stage-words.js';
import { whenText } from './when.js';

/** What else is to be known of a submission: who signed, what became of it, and what moves beside it. */
export function remarksOf(offer: Offer, submission: Submission, look: Look): readonly string[] {
  return [
    ...signOffRemarks(offer, submission, look),
    ...autoPromoteRemarks(submission),
    ...otherSubmissionRemarks(offer, submission),
    ...marketplaceRemarks(offer, submission),
    ...earlyObstacles(offer, submission),
  ];
}

/** Once it is live the box above says it. */
function earlyObstacles(offer: Offer, { stages }: Submission): readonly string[] {
  return hasPassed(stages, 'publishing') ? [] : obstacleWords(offer);
}

/** "Signed off by Release manager, 23 Nov 2026, 14:05 UTC, for submission 1152921505697654321" */
function signOffLine(signOff: SignOff, look: Look): string {
  const submission = outsideText(signOff.submissionId, 24);
  const unverified = signOff.verified ? '' : ' Not verified with Partner Center.';
  return `Signed off by ${personOf(signOff.by)}, ${whenText(signOff.at, look.timeZone)}, for submission ${submission}.${unverified}`;
}

function signOffRemarks(offer: Offer, submission: Submission, look: Look): readonly string[] {
  if (offer.signOff?.submissionId === submission.submissionId)
    return [signOffLine(offer.signOff, look), ...underWay(offer, submission, look)];
  const isCurrent = offer.current?.submissionId === submission.submissionId;
  return isCurrent && hasPassed(submission.stages, 'publisherApproval')
    ? ['No sign-off was given here for this submission.']
    : [];
}

/** While it waits and once it is live the box above says it. */
function underWay(offer: Offer, { stages }: Submission, look: Look): readonly string[] {
  return hasPassed(stages, 'publisherApproval') && !hasPassed(stages, 'publishing')
    ? [`${goLiveWords(offer, positionOf(stages), look)}.`]
    : [];
}

function autoPromoteRemarks({ autoPromote, stages }: Submission): readonly string[] {
  return autoPromote && !hasPassed(stages, 'publisherApproval')
    ? ['Auto-promote is on: Partner Center will go live by itself, without waiting for a sign-off.']
    : [];
}

function otherSubmissionRemarks(offer: Offer, submission: Submission): readonly string[] {
  return [offer.current, offer.live]
    .filter((other) => other !== null && other.submissionId !== submission.submissionId)
    .flatMap((other) =>
      other === null ? [] : [`Also ${versionOf(other)}: ${inSentence(standing(positionOf(other.stages)))}.`],
    );
}

function marketplaceRemarks(offer: Offer, submission: Submission): readonly string[] {
  return offer.marketplaceVersion === null || offer.marketplaceVersion === submission.version
    ? []
    : [`The marketplace shows ${outsideText(offer.marketplaceVersion, 30)}.`];
}
