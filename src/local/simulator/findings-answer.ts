import type { FailingPhase } from './phase.js';
import type { Submission } from './state.js';
import { utcTime } from './wire-time.js';

interface ValidationItem {
  readonly errorCode: string;
  readonly severity: 'Error';
  readonly message: string;
  readonly resource: string;
}

const items: Readonly<Partial<Record<FailingPhase, readonly ValidationItem[]>>> = {
  created: [
    {
      errorCode: 'Resell-20007',
      severity: 'Error',
      message: 'The reseller configuration of this offer is missing.',
      resource: 'Resell',
    },
  ],
  validation: [
    {
      errorCode: 'Package-10012',
      severity: 'Error',
      message: 'mainTemplate.json: the variable _solutionVersion differs from the version of the package.',
      resource: 'Package',
    },
  ],
};

/** Validation items: none unless the submission failed before or in automated validation. */
export function validationItems({ failedIn }: Submission): readonly ValidationItem[] {
  return (failedIn && items[failedIn]) ?? [];
}

/** Certification reports: none before certification, a pending one without a file while it runs. */
export function certificationReports(submission: Submission, origin: string) {
  const { certification, publishing, failed } = submission.entered;
  if (certification === undefined) return [];
  const fileUri = `${origin}/reports/${submission.id}`;
  if (submission.failedIn === 'certification' && failed !== undefined) {
    return [{ reportTimeInUtc: utcTime(failed), status: 'Failed', fileUri }];
  }
  if (publishing === undefined) return [{ reportTimeInUtc: utcTime(certification), status: 'Pending' }];
  return [{ reportTimeInUtc: utcTime(publishing), status: 'Passed', fileUri }];
}

/** What a person finds behind a report's `fileUri`. */
export function reportPage(name: string, submission: Submission): string {
  const failed = submission.failedIn === 'certification';
  const findings = failed
    ? [
        '<li>300.4 Technical requirements: an analytic rule has no MITRE tactics.</li>',
        '<li>100.5 Offer information: the support link answers with 404.</li>',
      ]
    : ['<li>No findings.</li>'];
  const verdict = failed ? 'failed' : 'passed';
  return `<!doctype html><title>Certification report</title><h1>${name} ${submission.run.version}: ${verdict}</h1><ul>${findings.join('')}</ul>`;
}
