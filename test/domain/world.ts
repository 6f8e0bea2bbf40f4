import * as fc from 'fast-check';
import { stages, type Position } from '../../src/domain/stage.js';
import type { Submission } from '../../src/domain/submission.js';
import { submissionAt } from '../support/build.js';

/** One submission as it truly is at a moment; its release is its number, its id and the end of its version. */
export interface Publish {
  readonly release: number;
  readonly position: Position;
}

/** An offer as it truly is at a moment: the newest submission, the last that went live before it, and the hub. */
export interface Moment {
  readonly newest: Publish;
  readonly live: Publish | null;
  /** The release that the content hub shows. */
  readonly hub: number | null;
}

export const arrived: Position = { stage: 'contentHub', status: 'succeeded' };
const onItsWay: Position = { stage: 'contentHub', status: 'inProgress' };
const unfinished = ['notStarted', 'inProgress', 'waiting', 'failed', 'cancelled'] as const;
const positions: readonly Position[] = [
  ...stages
    .filter((stage) => stage !== 'contentHub')
    .flatMap((stage) => unfinished.map((status) => ({ stage, status }))),
  onItsWay,
  onItsWay,
  onItsWay,
  arrived,
  arrived,
  arrived,
];

export function isLive({ position }: Publish): boolean {
  return position.stage === 'contentHub';
}

type Step = Position | 'resubmit' | 'liveArrives';
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...positions) },
  fc.constantFrom<Step>('resubmit', 'liveArrives'),
);

/** Whole lives of an offer, moment after moment; what went live moves no more but into the content hub. */
export const lives: fc.Arbitrary<readonly Moment[]> = fc
  .array(step, { minLength: 1, maxLength: 14 })
  .map((steps) =>
    steps.reduce<readonly Moment[]>(
      (moments, each) => [...moments, next(moments.at(-1) ?? begun, each)],
      [begun],
    ),
  );

const begun: Moment = {
  newest: { release: 1, position: { stage: 'validation', status: 'notStarted' } },
  live: null,
  hub: null,
};

function next(moment: Moment, to: Step): Moment {
  const { newest, live, hub } = moment;
  if (to === 'resubmit') {
    const position: Position = { stage: 'validation', status: 'inProgress' };
    return { newest: { release: newest.release + 1, position }, live: isLive(newest) ? newest : live, hub };
  }
  if (to === 'liveArrives')
    return live === null || isArrived(live)
      ? moment
      : { newest, live: { ...live, position: arrived }, hub: live.release };
  if (isArrived(newest) || (isLive(newest) && to !== arrived)) return moment;
  const moved = { ...newest, position: to };
  return isArrived(moved)
    ? { newest: moved, live: live && { ...live, position: arrived }, hub: newest.release }
    : { newest: moved, live, hub };
}

export function isArrived({ position }: Publish): boolean {
  return position.stage === 'contentHub' && position.status === 'succeeded';
}

/** As Partner Center lists it: of the content hub it knows nothing. */
export function listed({ release, position: { stage, status } }: Publish): Submission {
  const facts = { submissionId: String(release), releaseNumber: release, version: versionOf(release) };
  return submissionAt(stage, stage === 'contentHub' ? 'inProgress' : status, facts);
}

export function versionOf(release: number): string {
  return `3.0.${release}`;
}
