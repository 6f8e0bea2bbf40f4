/** The six steps of a Microsoft Sentinel solution after "Publish", in their order. */
export const stages = [
  'validation',
  'preview',
  'publisherApproval',
  'certification',
  'publishing',
  'contentHub',
] as const;

export type Stage = (typeof stages)[number];

export type StageStatus = 'notStarted' | 'inProgress' | 'waiting' | 'succeeded' | 'failed' | 'cancelled';

/** One stage of one submission. Instants are ISO 8601 in UTC; null while unknown or not yet. */
export interface StageState {
  readonly stage: Stage;
  readonly status: StageStatus;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** Where a submission stands: its earliest unfinished stage, or the last one when all are done. */
export interface Position {
  readonly stage: Stage;
  readonly status: StageStatus;
}

/**
 * What a pair of positions means: `status` is another status of the same stage, `forward` the next stage,
 * `skipped` one further on, `back` an earlier one. None is forbidden: Partner Center is the truth.
 */
export type Movement = 'none' | 'status' | 'forward' | 'skipped' | 'back';

export function positionOf(states: readonly StageState[]): Position {
  const unfinished = states.find((state) => state.status !== 'succeeded');
  return unfinished
    ? { stage: unfinished.stage, status: unfinished.status }
    : { stage: 'contentHub', status: 'succeeded' };
}

export function movementBetween(from: Position, to: Position): Movement {
  const steps = stages.indexOf(to.stage) - stages.indexOf(from.stage);
  if (steps === 0) return from.status === to.status ? 'none' : 'status';
  if (steps < 0) return 'back';
  return steps === 1 ? 'forward' : 'skipped';
}

/** Whether the publisher is asked to go live. */
export function isApprovalWaiting({ stage, status }: Position): boolean {
  return stage === 'publisherApproval' && status === 'waiting';
}

/** True once the given stage of these states is over and succeeded. */
export function hasPassed(states: readonly StageState[], stage: Stage): boolean {
  return states.some((state) => state.stage === stage && state.status === 'succeeded');
}

/** Six stages that have not begun. */
export function freshStages(): readonly StageState[] {
  return stages.map((stage) => ({ stage, status: 'notStarted', startedAt: null, endedAt: null }));
}
