import { defaultChecklist } from '../../src/domain/checklist.js';
import type { Offer } from '../../src/domain/offer.js';
import {
  checkPress,
  decideSignOff,
  type Decision,
  type FreshRead,
  type Press,
  type Refusal,
} from '../../src/domain/sign-off.js';
import { allConfirmed, at, offerAt, person, signOffOf, submissionAt } from '../support/build.js';

const approver = person('approver');
const stranger = person('stranger');
const waiting = submissionAt('publisherApproval', 'waiting');
const { submissionId } = waiting;
const signOff = signOffOf(waiting, person('first-approver'));
const offer = offerAt('publisherApproval', 'waiting', {
  approvers: [approver],
  confirmations: allConfirmed(),
});
const press: Press = { by: approver, submissionId, ticks: [], at: at(9) };
const ready: FreshRead = { newestSubmissionId: submissionId, ready: true, verified: true };

/** One fault of a press each, in the order in which they are refused. */
interface Fault {
  readonly refusal: Refusal;
  readonly offer?: Partial<Offer>;
  readonly press?: Partial<Press>;
  readonly fresh?: FreshRead;
}

const noIdentity: Fault = { refusal: { kind: 'noIdentity' }, press: { by: null } };
const alreadySigned: Fault = { refusal: { kind: 'alreadySigned', signOff }, offer: { signOff } };
const notApprover: Fault = { refusal: { kind: 'notApprover' }, press: { by: stranger } };
const superseded: Fault = {
  refusal: { kind: 'superseded', current: { ...waiting, submissionId: '3' } },
  offer: { current: { ...waiting, submissionId: '3' } },
};
const notWaiting: Fault = {
  refusal: { kind: 'notWaiting', position: { stage: 'certification', status: 'failed' } },
  offer: { current: submissionAt('certification', 'failed') },
};
const incomplete: Fault = {
  refusal: { kind: 'incomplete', open: defaultChecklist },
  offer: { confirmations: [] },
};
const unverified: Fault = { refusal: { kind: 'unverified' }, fresh: null };
const tooOld: Fault = { refusal: { kind: 'tooOld' }, fresh: 'tooOld' };
const notReady: Fault = {
  refusal: { kind: 'notReady' },
  fresh: { newestSubmissionId: submissionId, ready: false, verified: true },
};
const anotherIsNewest: Fault = {
  refusal: { kind: 'newer' },
  fresh: { newestSubmissionId: '3', ready: true, verified: true },
};

/** The decision on a press with these faults; where two say the same thing, the earlier one does. */
function decide(faults: readonly Fault[]): Decision {
  const worstLast = faults.toReversed();
  const faulty = worstLast.reduce((all, fault) => ({ ...all, ...fault.offer }), offer);
  const pressed = worstLast.reduce((all, fault) => ({ ...all, ...fault.press }), press);
  const fresh = worstLast.reduce((read, fault) => (fault.fresh === undefined ? read : fault.fresh), ready);
  return decideSignOff(faulty, pressed, [], fresh);
}

describe('the gate', () => {
  const order = [noIdentity, alreadySigned, notApprover, superseded, notWaiting, incomplete, unverified];

  it.each([...order, tooOld, notReady, anotherIsNewest])('refuses: $refusal.kind', (fault) => {
    expect(decide([fault])).toEqual({ kind: 'refused', refusal: fault.refusal });
  });

  it.each(order.map((fault, index) => ({ fault, later: [...order.slice(index + 1), notReady] })))(
    'says $fault.refusal.kind before anything that comes later',
    ({ fault, later }) => {
      for (const other of later)
        expect(decide([fault, other])).toEqual({ kind: 'refused', refusal: fault.refusal });
      expect(decide([fault, ...later])).toEqual({ kind: 'refused', refusal: fault.refusal });
    },
  );

  it('says that nothing was submitted after identity alone', () => {
    const empty = offerAt('preview', 'inProgress', { current: null });
    const kindOf = (by: Press['by']): unknown => checkPress(empty, { ...press, by }, []);
    expect(kindOf(stranger)).toEqual({ kind: 'refused', refusal: { kind: 'noSubmission' } });
    expect(kindOf(null)).toEqual({ kind: 'refused', refusal: { kind: 'noIdentity' } });
  });

  it('names the items that are open', () => {
    const some = { ...offer, confirmations: allConfirmed().filter(({ n }) => n !== 3 && n !== 5) };
    expect(checkPress(some, press, [])).toMatchObject({
      refusal: { kind: 'incomplete', open: [{ n: 3 }, { n: 5 }] },
    });
  });

  it('lets Partner Center be asked only when nothing else is wrong', () => {
    expect(checkPress(offer, press, [])).toEqual({ kind: 'mayAsk' });
  });

  it('takes no tick of the press itself for a confirmation', () => {
    const ticks = defaultChecklist.map(({ n }) => n);
    expect(checkPress({ ...offer, confirmations: [] }, { ...press, ticks }, [])).toMatchObject({
      refusal: { kind: 'incomplete' },
    });
  });

  it('takes no sign-off of another submission for one of this', () => {
    expect(checkPress({ ...offer, signOff: { ...signOff, submissionId: '1' } }, press, [])).toEqual({
      kind: 'mayAsk',
    });
  });
});
