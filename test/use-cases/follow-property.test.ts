import * as fc from 'fast-check';
import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { stages } from '../../src/domain/stage.js';
import { submissionAt } from '../support/build.js';
import { Following, standingOf } from '../support/following.js';
import { beforeCall, diesBefore } from '../support/interfere.js';

type Step = (offer: Following) => Promise<void> | void;

/** A process may be gone before each of these calls: what it had in mind is lost, what it saved stays. */
const deaths: readonly ((stores: Stores, call: number) => Partial<Stores>)[] = [
  ({ watches }, call) => ({ watches: beforeCall(call, watches, 'due', diesBefore) }),
  ({ watches }, call) => ({ watches: beforeCall(call, watches, 'save', diesBefore) }),
  ({ offers }, call) => ({ offers: beforeCall(call, offers, 'load', diesBefore) }),
  ({ offers }, call) => ({ offers: beforeCall(call, offers, 'replace', diesBefore) }),
  ({ subscriptions }, call) => ({ subscriptions: beforeCall(call, subscriptions, 'ofTopic', diesBefore) }),
  ({ copies }, call) => ({ copies: beforeCall(call, copies, 'ofSubmission', diesBefore) }),
  ({ deliveries }, call) => ({ deliveries: beforeCall(call, deliveries, 'create', diesBefore) }),
  ({ history }, call) => ({ history: beforeCall(call, history, 'recordEvent', diesBefore) }),
];

/** What Partner Center does; nobody here sees it yet. */
const moves: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom(...stages.slice(0, 5)),
    fc.constantFrom('inProgress' as const, 'waiting' as const, 'failed' as const),
  )
  .map(([stage, status]) => (offer) => {
    const { submissionId, releaseNumber } = offer.truth;
    offer.truth = submissionAt(stage, status, { submissionId, releaseNumber });
  });

const resubmits: Step = (offer) => {
  const releaseNumber = offer.truth.releaseNumber + 1;
  const submissionId = `115292150569771918${releaseNumber}`;
  offer.truth = submissionAt('validation', 'inProgress', { submissionId, releaseNumber });
};

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: moves },
  { weight: 1, arbitrary: fc.constant(resubmits) },
  { weight: 3, arbitrary: fc.constant<Step>((offer) => offer.look()) },
  { weight: 1, arbitrary: fc.constant<Step>((offer) => offer.severalLook()) },
  { weight: 1, arbitrary: fc.constant<Step>((offer) => offer.lookInVain()) },
  {
    weight: 2,
    arbitrary: fc.nat(20).map(
      (number): Step =>
        (offer) =>
          offer.arriveLate(number),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((offer) => offer.restart()) },
  { weight: 2, arbitrary: fc.constant<Step>((offer) => offer.announce()) },
  { weight: 2, arbitrary: fc.constant<Step>((offer) => offer.deliver()) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...deaths), fc.integer({ min: 1, max: 3 })).map(
      ([death, call]): Step =>
        (offer) =>
          offer.lookAndDie((stores) => death(stores, call)),
    ),
  },
);

const numRuns = 50;

it('whatever is polled, repeated, reordered, late, in vain or cut short: what is told is what was seen to move, each once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 25 }), async (several) => {
      const offer = await Following.begin();
      try {
        for (const step of several) await step(offer);
        for (const step of ['look', 'announce', 'deliver'] as const) await offer[step]();

        // Never another place without another number, and never a number without another place.
        const standings = [...offer.saved].toSorted(([a], [b]) => a - b).map(([, each]) => [...each]);
        expect(standings.filter((each) => each.length > 1)).toStrictEqual([]);
        const places = standings.map(([place]) => place);
        expect(places.filter((place, index) => place === places[index + 1])).toStrictEqual([]);
        // Each number once, in order.
        expect(offer.told).toStrictEqual(places.map((place, seq) => [seq, place]).slice(1));
        // Nothing untrue, nothing out of date, and the last of it is how things are.
        for (const believed of offer.believed) expect(believed.saved).toBe(believed.true);
        const instants = offer.believed.map(({ seenAt }) => seenAt);
        expect(instants).toStrictEqual(instants.toSorted());
        expect(places.at(-1)).toBe(standingOf(offer.truth));
      } finally {
        offer.dispose();
      }
    }),
    { numRuns },
  );
});
