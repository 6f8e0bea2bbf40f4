import type { Observation } from './observation.js';
import type { Offer } from './offer.js';
import { stages, type Stage, type StageState, type StageStatus } from './stage.js';

/** What a publisher's own pipeline tells of an offer. */
export interface PushedFact {
  readonly submissionId: string;
  readonly stage: Stage;
  readonly status: StageStatus;
  /** ISO 8601, UTC, to the millisecond. */
  readonly observedAt: string;
  readonly version: string | null;
  readonly detail: string | null;
}

/**
 * A pushed fact as a sighting: what comes before its stage has succeeded, what comes after has not begun. A
 * submission not known yet counts as the next release, for a push carries no release number.
 */
export function sightingOfPush(offer: Offer, fact: PushedFact): Observation {
  const known = [offer.current, offer.live].find(
    (submission) => submission?.submissionId === fact.submissionId,
  );
  const next = Math.max(0, ...[offer.current, offer.live].map((each) => each?.releaseNumber ?? 0)) + 1;
  return {
    at: fact.observedAt,
    productId: offer.productId,
    name: offer.name,
    submissions: [
      {
        submissionId: fact.submissionId,
        releaseNumber: known?.releaseNumber ?? next,
        version: fact.version ?? known?.version ?? null,
        autoPromote: known?.autoPromote ?? false,
        detail: fact.detail,
        stages: stages.map((stage) => stateIn(stage, fact)),
      },
    ],
    obstacles: null,
    marketplace: null,
    hubVersion: null,
  };
}

function stateIn(stage: Stage, fact: PushedFact): StageState {
  const ahead = stages.indexOf(stage) - stages.indexOf(fact.stage);
  const status: StageStatus = ahead < 0 ? 'succeeded' : ahead > 0 ? 'notStarted' : fact.status;
  return { stage, status, startedAt: null, endedAt: null };
}
