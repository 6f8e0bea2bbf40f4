import { formerRelease, second, type Begun, type NamedScenario, type OfferScript } from '../scenario.js';
import type { SubmissionPhase } from '../phase.js';
import type { Run } from '../state.js';

export const defaultOffers = 500;

const offersPerPublisher = 10;
const spread: readonly SubmissionPhase[] = [
  'validation',
  'preview',
  'approval',
  'certification',
  'publishing',
  'hub',
  'done',
  'failed',
];

/** So many offers, one stage after the other; the n-th is the same however many there are. */
export function many(count: number): NamedScenario {
  return {
    name: 'many',
    description: 'For load: 500 offers, or as many as --offers says, spread over all stages',
    offers: Array.from({ length: count }, (_, index) => offerOf(index)),
  };
}

function offerOf(index: number): OfferScript {
  const number = Math.floor(index / offersPerPublisher) + 1;
  const serial = String(index + 1).padStart(4, '0');
  return {
    publisherId: `publisher-${number}`,
    publisherName: `Publisher ${number}`,
    offerId: `azure-sentinel-solution-${serial}`,
    name: `Solution ${serial}`,
    planId: `plan-${serial}`,
    summary: `Solution ${serial} for Microsoft Sentinel.`,
    begun: [formerRelease('1.0.0', 30 + (index % 60)), current(index)],
    upcoming: [],
  };
}

/** Stages last between half a minute and three, so that something always moves and not all at once. */
function current(index: number): Begun {
  const phase = spread[index % spread.length] ?? 'done';
  const duration = (30 + ((index * 37) % 150)) * second;
  const failed = phase === 'failed';
  const run: Run = {
    version: '1.1.0',
    timing: {
      validation: duration,
      preview: duration,
      certification: duration,
      publishing: duration,
      hub: duration,
    },
    ...(failed && { failsIn: 'validation' }),
  };
  // A failure is a moment ahead: how it came about is told by the simulator itself.
  return failed
    ? { run, phase: 'validation', ago: agesOf('validation') }
    : { run, phase, ago: agesOf(phase) };
}

function agesOf(phase: SubmissionPhase): Begun['ago'] {
  const order = [
    'created',
    'validation',
    'preview',
    'approval',
    'certification',
    'publishing',
    'catalog',
    'hub',
    'done',
  ] as const;
  const reached = order.slice(0, order.findIndex((each) => each === phase) + 1);
  return Object.fromEntries(
    reached.map((each, position) => [each, (reached.length - position) * 600 * second]),
  );
}
