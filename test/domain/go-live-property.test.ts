import * as fc from 'fast-check';
import {
  abandonPromote,
  afterAnnouncing,
  settlePromote,
  settleUnknown,
  startPromote,
} from '../../src/domain/go-live.js';
import { observeOffer } from '../../src/domain/observe-offer.js';
import type { Offer } from '../../src/domain/offer.js';
import type { GoLiveState } from '../../src/domain/go-live-state.js';
import { decideSignOff } from '../../src/domain/sign-off.js';
import { at, goLiveStates, person, signedOffer, sightingOf, submissionAt } from '../support/build.js';

/** A step at an instant; `started` counts the calls to Partner Center, by the sign-off that they were made for. */
type Step = (offer: Offer, now: string, started: (offer: Offer) => void) => Offer;

const pressOn = (offer: Offer, now: string): Offer => {
  const submissionId = offer.current?.submissionId ?? '';
  const press = { by: person('approver'), submissionId, ticks: [], at: now };
  const fresh = { newestSubmissionId: submissionId, ready: true, verified: true };
  const decision = decideSignOff(offer, press, 'everybody', fresh);
  return decision.kind === 'signed' ? decision.offer : offer;
};

const promote: Step = (offer, now, started) => {
  const claimed = startPromote(offer, now);
  if (claimed !== null) started(offer);
  return claimed ?? offer;
};

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(promote) },
  { weight: 3, arbitrary: fc.constant(pressOn) },
  { weight: 4, arbitrary: fc.constant<Step>((offer, now) => afterAnnouncing(offer, offer.seq, true, now)) },
  fc.constant<Step>(abandonPromote),
  fc.constantFrom('accepted' as const, 'unknown' as const).map(
    (kind): Step =>
      (offer, now) =>
        settlePromote(offer, { kind }, now),
  ),
  fc.constant<Step>((offer, now) => settlePromote(offer, { kind: 'refused', reason: '409' }, now)),
  fc.constantFrom('ready' as const, 'ready' as const, 'movedOn' as const, 'unavailable' as const).map(
    (read): Step =>
      (offer, now) =>
        settleUnknown(offer, read, now),
  ),
  fc
    .constantFrom('publisherApproval' as const, 'certification' as const, 'contentHub' as const)
    .map((stage): Step => (offer, now) => {
      const status = stage === 'publisherApproval' ? 'waiting' : 'inProgress';
      return observeOffer(offer, sightingOf([submissionAt(stage, status)], { at: now })).offer;
    }),
);

const released: readonly GoLiveState[] = ['refused', 'notTaken'];
const start = fc
  .record({
    state: fc.constantFrom(...goLiveStates),
    dueAt: fc.constantFrom(null, at(0), at(120)),
    goodReads: fc.nat(2),
  })
  .map((goLive) => signedOffer(goLive, released.includes(goLive.state) ? { signOff: null } : {}));

const steps = fc.array(fc.tuple(step, fc.constantFrom(0, 30, 60, 300)), { maxLength: 60 });

describe('any sequence of what can happen, from any state of a go-live', () => {
  it('calls Partner Center at most once for each sign-off, and never without one', () => {
    let calls = 0;
    fc.assert(
      fc.property(start, steps, (offer, several) => {
        const signedAt: (string | undefined)[] = [];
        let seconds = 0;
        several.reduce((before, [next, wait]) => {
          seconds += wait + 1;
          return next(before, at(seconds), ({ signOff }) => signedAt.push(signOff?.at));
        }, offer);
        expect(signedAt).not.toContain(undefined);
        expect(new Set(signedAt).size).toBe(signedAt.length);
        calls += signedAt.length;
      }),
      { numRuns: 1_000 },
    );
    expect(calls).toBeGreaterThan(0);
  });
});
