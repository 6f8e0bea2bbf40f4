import { settlePromote, type PromoteOutcome } from '../../src/domain/go-live.js';
import type { Offer } from '../../src/domain/offer.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import { at, eventOf, goLiveStates, offerAt, signedOffer, submissionAt } from '../support/build.js';

const without = offerAt('publisherApproval', 'waiting');
const { submissionId } = submissionAt('publisherApproval', 'waiting');
const refused: PromoteOutcome = { kind: 'refused', reason: '409 not ready' };
const outcomes: readonly PromoteOutcome[] = [{ kind: 'accepted' }, refused, { kind: 'unknown' }];

/** What a go-live becomes: its state from now on, and when to look again. */
function becomes(state: GoLiveState, dueAt: string | null): Offer['goLive'] {
  return { submissionId, state, dueAt, since: at(9), goodReads: 0 };
}

describe('the answer of Partner Center', () => {
  type Row = [before: GoLiveState, outcome: PromoteOutcome, dueAt: string | null, detail: string | null];
  const open: readonly GoLiveState[] = ['promoteStarted', 'unknown'];
  it.each<Row>([
    ['promoteStarted', { kind: 'accepted' }, null, null],
    ['promoteStarted', refused, null, '409 not ready'],
    ['promoteStarted', { kind: 'unknown' }, at(9), null],
    ['unknown', { kind: 'accepted' }, null, null],
    ['unknown', refused, null, '409 not ready'],
  ])('%s: %j', (before, outcome, dueAt, detail) => {
    const offer = signedOffer({ state: before, dueAt: at(5), goodReads: 2 }, { seq: 4 });
    expect(settlePromote(offer, outcome, at(9))).toEqual({
      ...offer,
      signOff: outcome.kind === 'refused' ? null : offer.signOff,
      goLive: becomes(outcome.kind, dueAt),
      seq: 5,
      pending: [
        eventOf({
          seq: 5,
          kind: 'goLive',
          at: at(9),
          from: null,
          to: { stage: 'publisherApproval', status: 'waiting' },
          movement: 'none',
          detail,
          goLive: outcome.kind,
        }),
      ],
    });
  });

  it('that never came is told once', () => {
    const offer = signedOffer({ state: 'unknown', dueAt: at(300), goodReads: 2 });
    expect(settlePromote(offer, { kind: 'unknown' }, at(9))).toBe(offer);
  });

  it.each(goLiveStates.filter((state) => !open.includes(state)))(
    'means nothing any more once %s',
    (state) => {
      const offer = signedOffer({ state });
      for (const outcome of outcomes) expect(settlePromote(offer, outcome, at(9))).toBe(offer);
    },
  );

  it('means nothing where nobody signed', () => {
    for (const outcome of outcomes) expect(settlePromote(without, outcome, at(9))).toBe(without);
  });

  it('is kept and told to nobody where no submission is known any more', () => {
    const offer = signedOffer({ state: 'promoteStarted' }, { current: null });
    expect(settlePromote(offer, { kind: 'accepted' }, at(9))).toEqual({
      ...offer,
      goLive: becomes('accepted', null),
    });
  });
});
