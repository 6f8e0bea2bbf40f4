import { newOffer, parseOfferKey, type Offer, type Submission } from '../../src/domain/offer.js';
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
  return { objectId: `object-of-${role}`, tenantId: tenant, name: role, ...overrides };
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
