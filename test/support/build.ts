import { defaultChecklist, type Confirmation } from '../../src/domain/checklist.js';
import type { OfferEvent } from '../../src/domain/offer-event.js';
import type { Observation } from '../../src/domain/observation.js';
import type { Listing } from '../../src/domain/obstacle.js';
import { newOffer, parseOfferKey, type Offer } from '../../src/domain/offer.js';
import type { GoLive, GoLiveState } from '../../src/domain/go-live-state.js';
import type { SignOff } from '../../src/domain/sign-off-record.js';
import type { Submission } from '../../src/domain/submission.js';
import type { Person } from '../../src/domain/person.js';
import { stages, type Stage, type StageState, type StageStatus } from '../../src/domain/stage.js';

/** A fixed instant, and instants some seconds after it. */
export const t0 = '2026-11-23T09:00:00.000Z';

export function at(seconds: number): string {
  return new Date(Date.parse(t0) + seconds * 1_000).toISOString();
}

export const tenant = '11111111-1111-4111-8111-111111111111';

/** Somebody by the role they have in a test. */
export function person(role: string, overrides: Partial<Person> = {}): Person {
  return { objectId: `object-of-${role.toLowerCase()}`, tenantId: tenant, name: role, ...overrides };
}

/** Stages up to the given one have succeeded, it has the given status, the rest has not begun. */
export function stagesAt(stage: Stage, status: StageStatus): readonly StageState[] {
  const reached = stages.indexOf(stage);
  return stages.map((each, index): StageState => {
    if (index < reached)
      return { stage: each, status: 'succeeded', startedAt: at(index), endedAt: at(index + 1) };
    if (index > reached) return { stage: each, status: 'notStarted', startedAt: null, endedAt: null };
    const endedAt = status === 'succeeded' || status === 'failed' ? at(index + 1) : null;
    return { stage: each, status, startedAt: status === 'notStarted' ? null : at(index), endedAt };
  });
}

export function submissionAt(
  stage: Stage,
  status: StageStatus,
  overrides: Partial<Submission> = {},
): Submission {
  return {
    submissionId: '1152921505697719189',
    releaseNumber: 2,
    version: '3.0.1',
    autoPromote: false,
    detail: null,
    stages: stagesAt(stage, status),
    ...overrides,
  };
}

/** A tracked offer with a baseline. */
export function offerAt(stage: Stage, status: StageStatus, overrides: Partial<Offer> = {}): Offer {
  const key = parseOfferKey('contoso.sentinel-solution');
  if (key === null) throw new Error('the sample key is no offer key');
  return {
    ...newOffer(key, false),
    name: 'Contoso Threat Protection',
    productId: 'f6b6f3a0-0000-4000-8000-000000000001',
    current: submissionAt(stage, status),
    observedAt: t0,
    ...overrides,
  };
}

/** One sighting a minute after the baseline; nothing was asked of the catalogs. */
export function sightingOf(
  submissions: readonly Submission[],
  overrides: Partial<Observation> = {},
): Observation {
  return {
    at: at(60),
    productId: 'f6b6f3a0-0000-4000-8000-000000000001',
    name: 'Contoso Threat Protection',
    submissions,
    obstacles: null,
    marketplace: null,
    hubVersion: null,
    ...overrides,
  };
}

/** What the marketplace shows of an offer that nothing keeps out of the content hub. */
export function listingOf(version: string | null): Listing {
  return { version, obstacles: [] };
}

export function eventOf(overrides: Partial<OfferEvent> = {}): OfferEvent {
  return {
    seq: 7,
    kind: 'moved',
    offerKey: 'contoso.sentinel-solution',
    submissionId: '1152921505697719189',
    releaseNumber: 2,
    version: '3.0.1',
    at: t0,
    from: { stage: 'validation', status: 'inProgress' },
    to: { stage: 'preview', status: 'inProgress' },
    movement: 'forward',
    replaces: null,
    remarks: [],
    detail: null,
    signOff: null,
    goLive: null,
    ...overrides,
  };
}

/** Every item of the checklist, confirmed by one person. */
export function allConfirmed(by: Person = person('tester')): readonly Confirmation[] {
  return defaultChecklist.map(({ n }) => ({ n, by, at: t0 }));
}

export function signOffOf(submission: Submission, by: Person = person('approver')): SignOff {
  const { submissionId, releaseNumber, version } = submission;
  return { submissionId, releaseNumber, version, by, at: t0, confirmations: allConfirmed(), verified: true };
}

export const goLiveStates: readonly GoLiveState[] = [
  'signed',
  'recorded',
  'promoteStarted',
  'accepted',
  'refused',
  'unknown',
  'notTaken',
  'publishing',
  'live',
];

/** An offer that waits at publisher approval and was signed; its go-live has the given facts. */
export function signedOffer(goLive: Partial<GoLive> = {}, overrides: Partial<Offer> = {}): Offer {
  const current = submissionAt('publisherApproval', 'waiting');
  const { submissionId } = current;
  return offerAt('publisherApproval', 'waiting', {
    current,
    confirmations: allConfirmed(),
    signOff: signOffOf(current),
    goLive: { submissionId, state: 'signed', dueAt: null, since: t0, goodReads: 0, ...goLive },
    ...overrides,
  });
}
