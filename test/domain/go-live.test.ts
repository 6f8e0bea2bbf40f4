import {
  abandonPromote,
  afterAnnouncing,
  settleUnknown,
  startPromote,
  withGoLive,
} from '../../src/domain/go-live.js';
import type { Offer } from '../../src/domain/offer.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import { at, eventOf, goLiveStates, offerAt, signedOffer, submissionAt, t0 } from '../support/build.js';

const without = offerAt('publisherApproval', 'waiting');
const { submissionId } = submissionAt('publisherApproval', 'waiting');

/** What a go-live becomes: its state from now on, and when to look again. */
function becomes(state: GoLiveState, dueAt: string | null): Offer['goLive'] {
  return { submissionId, state, dueAt, since: at(9), goodReads: 0 };
}

describe('the audit record was written', () => {
  const signed = eventOf({ seq: 6, kind: 'signed' });
  const later = eventOf({ seq: 7 });
  const offer = signedOffer({ state: 'signed' }, { seq: 7, pending: [signed, later] });

  it.each([
    ['the bot asks Partner Center', true, at(9)],
    ['a person does', false, null],
  ])('recorded: next, %s', (_who, promote, dueAt) => {
    expect(afterAnnouncing(offer, 6, promote, at(9))).toEqual({
      ...offer,
      pending: [later],
      goLive: becomes('recorded', dueAt),
    });
  });

  it('the events announced leave the offer, later ones stay', () => {
    expect(afterAnnouncing(offer, 7, true, at(9))).toMatchObject({
      pending: [],
      goLive: { state: 'recorded' },
    });
    expect(afterAnnouncing(without, 7, true, at(9))).toBe(without);
    expect(afterAnnouncing(offer, 5, true, at(9))).toBe(offer);
  });

  it.each<[string, Offer]>([
    ['another event alone', { ...offer, pending: [later] }],
    [
      'the sign-off of a submission since replaced',
      { ...offer, pending: [{ ...signed, submissionId: '1' }] },
    ],
    ['a movement of the signed submission', { ...offer, pending: [{ ...signed, kind: 'moved' }] }],
  ])('announcing %s records nothing', (_what, before) => {
    expect(afterAnnouncing(before, 7, true, at(9))).toEqual({ ...before, pending: [] });
  });

  it.each(goLiveStates.filter((state) => state !== 'signed'))('%s is not recorded afresh', (state) => {
    const before = signedOffer({ state }, { pending: [signed] });
    expect(afterAnnouncing(before, 6, true, at(9))).toEqual({ ...before, pending: [] });
  });

  it('an offer that was resubmitted meanwhile has nothing to record', () => {
    const before = { ...without, pending: [signed] };
    expect(afterAnnouncing(before, 6, true, at(9))).toEqual(without);
  });
});

describe('the one call to Partner Center', () => {
  it.each([at(9), at(8), t0])('is claimed for 60 s by whoever comes when it is due: %s', (dueAt) => {
    const offer = signedOffer({ state: 'recorded', dueAt });
    expect(startPromote(offer, at(9))).toEqual({ ...offer, goLive: becomes('promoteStarted', at(69)) });
  });

  it.each<[string, Offer]>([
    ['that a person makes', signedOffer({ state: 'recorded', dueAt: null })],
    ['that is not due yet', signedOffer({ state: 'recorded', dueAt: at(9.001) })],
    ['that nobody signed', without],
    ...goLiveStates
      .filter((state) => state !== 'recorded')
      .map((state): [string, Offer] => [`in state ${state}`, signedOffer({ state, dueAt: t0 })]),
  ])('is not made: one %s', (_what, offer) => {
    expect(startPromote(offer, at(9))).toBeNull();
  });

  it('begun and never ended, is unknown once its lease is over, and told', () => {
    const offer = signedOffer({ state: 'promoteStarted', dueAt: at(9) });
    const after = abandonPromote(offer, at(9));
    expect(after).toMatchObject({ goLive: becomes('unknown', at(9)), signOff: offer.signOff });
    expect(after.pending).toMatchObject([{ kind: 'goLive', goLive: 'unknown', at: at(9) }]);
  });

  it.each<[string, Offer]>([
    ['within its lease', signedOffer({ state: 'promoteStarted', dueAt: at(9.001) })],
    ['without one', signedOffer({ state: 'promoteStarted', dueAt: null })],
    ['that nobody signed', without],
    ...goLiveStates
      .filter((state) => state !== 'promoteStarted')
      .map((state): [string, Offer] => [`in state ${state}`, signedOffer({ state, dueAt: t0 })]),
  ])('is not given up: one %s', (_what, offer) => {
    expect(abandonPromote(offer, at(9))).toBe(offer);
  });
});

describe('a go-live that nobody asked for', () => {
  it('has no state to set', () => {
    expect(withGoLive(without, 'accepted', at(9), null)).toBe(without);
    expect(settleUnknown(without, 'ready', at(9))).toBe(without);
  });
});
