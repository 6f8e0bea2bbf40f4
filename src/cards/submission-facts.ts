import type { Submission } from '../domain/submission.js';
import { codeOf } from '../domain/sign-off.js';
import type { Fact } from './facts.js';
import { outsideText, outsideTextOr } from './outside-text.js';

type Named = Pick<Submission, 'version' | 'releaseNumber' | 'submissionId'>;

/** Which submission is meant, with the code that is typed to sign it. */
export function submissionFacts({ version, releaseNumber, submissionId }: Named): readonly Fact[] {
  const id = outsideText(submissionId, 24);
  return [
    { label: 'Version', value: `${outsideTextOr(version, 30, 'not known yet')} · release ${releaseNumber}` },
    { label: 'Submission', value: id },
    { label: 'Code', value: outsideText(codeOf(submissionId), 6) },
  ];
}
