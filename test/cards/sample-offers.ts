import { defaultChecklist, type Confirmation } from '../../src/domain/checklist.js';
import type { Offer } from '../../src/domain/offer.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import type { SignOff } from '../../src/domain/sign-off-record.js';
import type { Submission } from '../../src/domain/submission.js';
import type { Person } from '../../src/domain/person.js';
import { stages, type Stage, type StageState, type StageStatus } from '../../src/domain/stage.js';
import { secondsAfter } from '../../src/domain/instant.js';

/** The instant at which all samples are looked at: a Monday afternoon. */
export const now = '2026-11-23T14:21:00.000Z';

const releaseManager = person('Release manager', 1);
export const qualityLead = person('Quality lead', 2);

const minutesOf: Readonly<Record<Stage, number>> = {
  validation: 84,
  preview: 47,
  publisherApproval: 130,
  certification: 2_950,
  publishing: 96,
  contentHub: 1_620,
};

function person(name: string, n: number): Person {
  return { objectId: `00000000-0000-4000-8000-00000000000${n}`, tenantId: 'tenant-1', name };
}

export function minutesAgo(minutes: number): string {
  return secondsAfter(now, -minutes * 60);
}

/** Six stages of which all before `here` succeeded; `here` began so many minutes ago. */
function stagesAt(here: Stage, status: StageStatus, began: number): readonly StageState[] {
  const index = stages.indexOf(here);
  let end = began;
  const before = stages
    .slice(0, index)
    .toReversed()
    .map((stage): StageState => {
      const start = end + minutesOf[stage];
      const state: StageState = {
        stage,
        status: 'succeeded',
        startedAt: minutesAgo(start),
        endedAt: minutesAgo(end),
      };
      end = start;
      return state;
    });
  const ended = status === 'succeeded' || status === 'failed' || status === 'cancelled';
  const rest = stages.slice(index + 1).map((stage): StageState => ({
    stage,
    status: 'notStarted',
    startedAt: null,
    endedAt: null,
  }));
  const now: StageState = {
    stage: here,
    status,
    startedAt: minutesAgo(began),
    endedAt: ended ? minutesAgo(Math.min(5, began)) : null,
  };
  return [...before.toReversed(), now, ...rest];
}

export function submissionAt(
  here: Stage,
  status: StageStatus,
  began: number,
  more: Partial<Submission> = {},
): Submission {
  return {
    submissionId: '1152921505697654321',
    releaseNumber: 4,
    version: '3.0.1',
    autoPromote: false,
    detail: null,
    stages: stagesAt(here, status, began),
    ...more,
  };
}

export function offerWith(current: Submission | null, more: Partial<Offer> = {}): Offer {
  return {
    offerKey: 'contoso.azure-sentinel-solution-contoso',
    publisherId: 'contoso',
    offerId: 'azure-sentinel-solution-contoso',
    name: 'Contoso Threat Protection',
    productId: '3f0c6f0e-7c0b-4f57-9d43-1c1f3f0a9b11',
    simulated: true,
    tracked: true,
    current,
    live: null,
    marketplaceVersion: null,
    obstacles: [],
    gone: false,
    toldLate: [],
    approvers: [],
    confirmations: [],
    signOff: null,
    goLive: null,
    seq: 7,
    pending: [],
    observedAt: minutesAgo(3),
    ...more,
  };
}

export function confirmed(...numbers: readonly number[]): readonly Confirmation[] {
  return defaultChecklist
    .filter(({ n }) => numbers.includes(n))
    .map(({ n }) => ({ n, by: n < 4 ? qualityLead : releaseManager, at: minutesAgo(60 - n * 4) }));
}

export function signOffOf(submission: Submission, by: Person = releaseManager): SignOff {
  const { submissionId, releaseNumber, version } = submission;
  return {
    submissionId,
    releaseNumber,
    version,
    by,
    at: minutesAgo(16),
    confirmations: confirmed(1, 2, 3, 4, 5, 6),
    verified: true,
  };
}

/** An offer whose current submission is signed, with what became of asking Partner Center. */
export function signedOffer(current: Submission, state: GoLiveState): Offer {
  const { submissionId } = current;
  return offerWith(current, {
    signOff: signOffOf(current),
    confirmations: confirmed(1, 2, 3, 4, 5, 6),
    goLive: { submissionId, state, dueAt: null, since: minutesAgo(15), goodReads: 0 },
  });
}
