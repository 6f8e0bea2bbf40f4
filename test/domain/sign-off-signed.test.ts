import { codeOf, decideSignOff, type Press } from '../../src/domain/sign-off.js';
import { allConfirmed, at, eventOf, offerAt, person, submissionAt } from '../support/build.js';

const approver = person('approver');
const waiting = submissionAt('publisherApproval', 'waiting');
const { submissionId } = waiting;
const offer = offerAt('publisherApproval', 'waiting', {
  approvers: [approver],
  confirmations: allConfirmed(),
});
const press: Press = { by: approver, submissionId, ticks: [], at: at(9) };
const ready = { newestSubmissionId: submissionId, ready: true, verified: true };

describe('a press that is let through', () => {
  const given = { ...offer, seq: 4, pending: [eventOf({ seq: 4 })] };
  const record = {
    submissionId,
    releaseNumber: 2,
    version: '3.0.1',
    by: approver,
    at: at(9),
    confirmations: allConfirmed(),
    verified: true,
  };
  const decision = decideSignOff(given, press, [], ready);

  it('is signed, and nothing but that', () => {
    expect(decision).toMatchObject({ kind: 'signed', signOff: record });
    const goLive = { submissionId, state: 'signed', dueAt: null, since: at(9), goodReads: 0 };
    expect(decision.kind === 'signed' && decision.offer).toEqual({
      ...given,
      signOff: record,
      goLive,
      seq: 5,
      pending: [...given.pending, expect.objectContaining({ seq: 5 })],
    });
  });

  it('is exactly one event, which carries the whole record', () => {
    expect(decision.kind === 'signed' && decision.offer.pending.slice(1)).toEqual([
      eventOf({
        seq: 5,
        kind: 'signed',
        at: at(9),
        from: null,
        to: { stage: 'publisherApproval', status: 'waiting' },
        movement: 'none',
        signOff: record,
      }),
    ]);
  });

  it('says so where Partner Center itself was not asked', () => {
    const pushed = decideSignOff(given, press, [], { ...ready, verified: false });
    expect(pushed).toMatchObject({ kind: 'signed', signOff: { ...record, verified: false } });
  });

  it('cannot be signed twice', () => {
    const signed = decision.kind === 'signed' ? decision.offer : given;
    expect(decideSignOff(signed, { ...press, at: at(20) }, [], ready)).toEqual({
      kind: 'refused',
      refusal: { kind: 'alreadySigned', signOff: record },
    });
  });
});

describe('the code on the card', () => {
  it.each([
    ['1152921505697719189', '719189'],
    ['42', '42'],
  ])('of %s is %s', (id, code) => {
    expect(codeOf(id)).toBe(code);
  });
});
