import * as fc from 'fast-check';
import { stages } from '../../src/domain/stage.js';
import { decideSignOff, type FreshRead } from '../../src/domain/sign-off.js';
import { allConfirmed, at, offerAt, person, signOffOf, submissionAt } from '../support/build.js';

const people = [person('approver'), person('admin'), person('approver', { tenantId: 'another-tenant' })];
const admins = [{ objectId: 'object-of-admin', tenantId: null }];
const id = submissionAt('publisherApproval', 'waiting').submissionId;
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, ...others.map((other) => fc.constant(other)));

const situation = fc.record({
  position: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ stage: 'publisherApproval', status: 'waiting' } as const) },
    fc.record({
      stage: fc.constantFrom(...stages),
      status: fc.constantFrom('inProgress' as const, 'waiting' as const, 'failed' as const),
    }),
  ),
  unseen: mostly(false, true),
  pressedId: mostly(id, '3'),
  signedId: mostly<string | null>(null, id, '1'),
  named: fc.boolean(),
  by: fc.constantFrom(null, ...people),
  missing: mostly(0, 1, 6),
  fresh: mostly<FreshRead>(
    { newestSubmissionId: id, ready: true, verified: true },
    { newestSubmissionId: id, ready: true, verified: false },
    { newestSubmissionId: id, ready: false, verified: true },
    { newestSubmissionId: '3', ready: true, verified: true },
    'tooOld',
    null,
  ),
});

describe('any press in any situation', () => {
  it('is signed exactly if everything that guards the sign-off holds', () => {
    fc.assert(
      fc.property(situation, ({ position, unseen, pressedId, signedId, named, by, missing, fresh }) => {
        const current = submissionAt(position.stage, position.status);
        const offer = offerAt(position.stage, position.status, {
          current: unseen ? null : current,
          approvers: named ? [person('approver')] : [],
          confirmations: allConfirmed().slice(missing),
          signOff: signedId === null ? null : signOffOf({ ...current, submissionId: signedId }),
        });
        const press = { by, submissionId: pressedId, ticks: [1, 2, 3, 4, 5, 6], at: at(9) };
        const decision = decideSignOff(offer, press, admins, fresh);

        const isApprover = by === people[named ? 0 : 1];
        const isCurrent = !unseen && pressedId === id;
        const isWaiting = position.stage === 'publisherApproval' && position.status === 'waiting';
        const isReady =
          fresh !== null && fresh !== 'tooOld' && fresh.newestSubmissionId === id && fresh.ready;
        const maySign =
          isApprover && isCurrent && isWaiting && missing === 0 && isReady && signedId !== pressedId;
        expect(decision.kind).toBe(maySign ? 'signed' : 'refused');
        if (decision.kind === 'signed')
          expect(decision.signOff).toMatchObject({ verified: isReady && fresh.verified });
      }),
      { numRuns: 2_000 },
    );
  });
});
