import type { Stage, StageStatus } from '../../src/domain/stage.js';
import { phases, type Phase } from '../../src/local/simulator/phase.js';
import { formerRelease, hour, type OfferScript } from '../../src/local/simulator/scenario.js';

/** A place in which an offer stands still. */
export interface Standing {
  readonly name: string;
  readonly phase: Phase;
  /** The simulator is told to let this phase fail. */
  readonly fails?: boolean;
  /** How the bot is to see it. */
  readonly stage: Stage;
  readonly status: StageStatus;
  /** True where nothing moves by itself, or where days pass: such an offer is asked for once an hour at most. */
  readonly rests: boolean;
}

const inProgress = { status: 'inProgress', rests: false } as const;

export const standings: readonly Standing[] = [
  { name: 'automated validation', phase: 'validation', stage: 'validation', ...inProgress },
  { name: 'preview creation', phase: 'preview', stage: 'preview', ...inProgress },
  {
    name: 'publisher approval',
    phase: 'approval',
    stage: 'publisherApproval',
    status: 'waiting',
    rests: true,
  },
  { name: 'certification', phase: 'certification', stage: 'certification', ...inProgress },
  { name: 'publishing', phase: 'publishing', stage: 'publishing', ...inProgress },
  {
    name: 'on its way into the content hub',
    phase: 'hub',
    stage: 'contentHub',
    status: 'inProgress',
    rests: true,
  },
  { name: 'in the content hub', phase: 'done', stage: 'contentHub', status: 'succeeded', rests: true },
  {
    name: 'certification failed',
    phase: 'certification',
    fails: true,
    stage: 'certification',
    status: 'failed',
    rests: true,
  },
];

/** An update of a solution whose version before is live and in the content hub. */
export function scriptOf({ phase }: Standing): OfferScript {
  const reached = phases.slice(0, phases.indexOf(phase) + 1);
  const ago = Object.fromEntries(reached.map((each, index) => [each, (reached.length - index) * hour]));
  return {
    publisherId: 'contoso',
    publisherName: 'Contoso',
    offerId: 'azure-sentinel-solution-contoso',
    name: 'Contoso for Microsoft Sentinel',
    planId: 'plan',
    summary: 'Contoso for Microsoft Sentinel.',
    begun: [formerRelease('1.0.0', 60), { run: { version: '1.1.0', timing: {} }, phase, ago }],
    upcoming: [],
  };
}
