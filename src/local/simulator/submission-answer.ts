import { hasReached, type SubmissionPhase } from './phase.js';
import { instanceId, productId, variantId } from './packages.js';
import type { Offer, Submission } from './state.js';
import { noReleaseTime, notPublished, utcTime } from './wire-time.js';

interface Standing {
  readonly state: 'InProgress' | 'Published';
  readonly substate:
    | 'InDraft'
    | 'Submitted'
    | 'Failed'
    | 'FailedInCertification'
    | 'ReadyToPublish'
    | 'Publishing'
    | 'InStore';
}

const ready: Standing = { state: 'Published', substate: 'ReadyToPublish' };
const submitted: Standing = { state: 'InProgress', substate: 'Submitted' };
const publishing: Standing = { state: 'Published', substate: 'Publishing' };
const inStore: Standing = { state: 'Published', substate: 'InStore' };

const standings: Readonly<Record<Exclude<SubmissionPhase, 'failed'>, Standing>> = {
  created: { state: 'InProgress', substate: 'InDraft' },
  validation: submitted,
  preview: submitted,
  approval: ready,
  superseded: ready,
  certification: publishing,
  publishing,
  catalog: inStore,
  hub: inStore,
  done: inStore,
};

/** Partner Center's two words for where a submission stands. */
export function standingOf({ phase, failedIn }: Submission): Standing {
  return phase === 'failed' ? failedStanding(failedIn) : standings[phase];
}

function failedStanding(failedIn: Submission['failedIn']): Standing {
  if (failedIn === 'created') return { state: 'InProgress', substate: 'InDraft' };
  if (failedIn === 'certification') return { state: 'Published', substate: 'FailedInCertification' };
  return { state: 'InProgress', substate: 'Failed' };
}

export function submissionAnswer(
  offer: Offer,
  submission: Submission,
  options: { withPublishOption: boolean },
) {
  const live = hasReached(submission.phase, 'catalog') ? submission.entered.catalog : undefined;
  const modules = (names: readonly string[], of: 'product' | 'plan') =>
    names.map((type) => ({ type, value: instanceId(offer, submission, type, of) }));
  return {
    resourceType: 'Submission',
    ...standingOf(submission),
    targets: [{ type: 'Scope', value: 'Preview' }],
    resources: modules(
      ['Availability', 'Listing', 'Package', 'Property', 'ResellerConfiguration'],
      'product',
    ),
    variantResources: [
      { variantID: variantId(offer), resources: modules(['Availability', 'Listing', 'Package'], 'plan') },
    ],
    ...(options.withPublishOption && { publishOption: publishOption(submission) }),
    publishedTimeInUtc: live === undefined ? notPublished : utcTime(live),
    pendingUpdateInfo: pendingUpdateInfo(offer, submission),
    extendedProperties: [],
    releaseNumber: submission.releaseNumber,
    friendlyName: `Submission ${submission.releaseNumber}`,
    areResourcesReady: submission.phase !== 'created' && submission.failedIn !== 'created',
    id: submission.id,
  };
}

function publishOption({ autoPromote, certificationNotes }: Submission) {
  return {
    releaseTimeInUtc: noReleaseTime,
    isManualPublish: !autoPromote,
    isAutoPromote: autoPromote,
    certificationNotes,
  };
}

function pendingUpdateInfo(offer: Offer, submission: Submission) {
  const href = `v1.0/ingestion/products/${productId(offer)}/submissions/${submission.id}/validations`;
  if (submission.failedIn === 'created') {
    return { updateType: 'Create', status: 'Failed', href, failureReason: 'Active validation errors' };
  }
  return { updateType: 'Create', status: submission.phase === 'created' ? 'Running' : 'Completed', href };
}
