import type { Offer } from '../domain/offer.js';
import type { SignOff } from '../domain/sign-off-record.js';
import type { Submission } from '../domain/submission.js';
import type { Person } from '../domain/person.js';
import { outsideText, outsideTextOr } from './outside-text.js';

const longestName = 80;
const longestPerson = 60;
const longestVersion = 30;

export const simulatedWord = 'Simulated';

/** How an offer is called in a headline; its key while nothing readable is known. */
export function nameOf(offer: Pick<Offer, 'name' | 'offerKey'>): string {
  return outsideTextOr(offer.name, longestName, offer.offerKey);
}

export function personOf(person: Pick<Person, 'name'>): string {
  return outsideTextOr(person.name, longestPerson, 'Somebody');
}

/** "3.0.1", or the release while the version cannot be read. */
export function versionOf(submission: Pick<Submission | SignOff, 'version' | 'releaseNumber'>): string {
  return outsideTextOr(submission.version, longestVersion, `release ${submission.releaseNumber}`);
}

/** "Version 3.0.1 · release 4 · submission 1152921505697654321" */
export function submissionLine(
  submission: Pick<Submission, 'version' | 'releaseNumber' | 'submissionId'>,
): string {
  const version = outsideTextOr(submission.version, longestVersion, '');
  const parts = [
    version === '' ? 'Version not known yet' : `Version ${version}`,
    `release ${submission.releaseNumber}`,
    `submission ${outsideText(submission.submissionId, 24)}`,
  ];
  return parts.join(' · ');
}

/** The small line above a headline. */
export function eyebrowOf(
  offer: Offer,
  submission: Pick<Submission, 'version' | 'releaseNumber'> | null,
): string {
  return submission === null ? nameOf(offer) : `${nameOf(offer)} · ${versionOf(submission)}`;
}
