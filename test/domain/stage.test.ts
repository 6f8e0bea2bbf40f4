import {
  freshStages,
  hasPassed,
  isApprovalWaiting,
  movementBetween,
  positionOf,
  stages,
  type Movement,
  type Position,
  type Stage,
  type StageStatus,
} from '../../src/domain/stage.js';
import { stagesAt } from '../support/build.js';

const position = (stage: Stage, status: StageStatus): Position => ({ stage, status });

describe('where a submission stands', () => {
  it('is its earliest unfinished stage', () => {
    expect(positionOf(stagesAt('certification', 'failed'))).toEqual(position('certification', 'failed'));
  });

  it('is an earlier stage that runs again, whatever later ones say', () => {
    const states = stagesAt('publishing', 'inProgress').map((state) =>
      state.stage === 'preview' ? { ...state, status: 'inProgress' as const } : state,
    );
    expect(positionOf(states)).toEqual(position('preview', 'inProgress'));
  });

  it('is the arrival in the content hub once all are done', () => {
    expect(positionOf(stagesAt('contentHub', 'succeeded'))).toEqual(position('contentHub', 'succeeded'));
  });

  it('is the first stage, not begun, for six fresh ones', () => {
    expect(freshStages().map(({ stage }) => stage)).toEqual(stages);
    expect(positionOf(freshStages())).toEqual(position('validation', 'notStarted'));
    expect(freshStages()[5]).toEqual({
      stage: 'contentHub',
      status: 'notStarted',
      startedAt: null,
      endedAt: null,
    });
  });
});

describe('what a pair of positions means', () => {
  it.each<[Position, Position, Movement]>([
    [position('preview', 'inProgress'), position('preview', 'inProgress'), 'none'],
    [position('preview', 'inProgress'), position('preview', 'failed'), 'status'],
    [position('validation', 'inProgress'), position('preview', 'inProgress'), 'forward'],
    [position('publishing', 'inProgress'), position('contentHub', 'inProgress'), 'forward'],
    [position('validation', 'inProgress'), position('publisherApproval', 'waiting'), 'skipped'],
    [position('validation', 'failed'), position('contentHub', 'succeeded'), 'skipped'],
    [position('certification', 'failed'), position('publisherApproval', 'waiting'), 'back'],
    [position('contentHub', 'inProgress'), position('validation', 'inProgress'), 'back'],
  ])('%j to %j: %s', (from, to, movement) => {
    expect(movementBetween(from, to)).toBe(movement);
  });
});

describe('a stage that is over', () => {
  it.each<[StageStatus, boolean]>([
    ['succeeded', true],
    ['inProgress', false],
    ['waiting', false],
    ['failed', false],
    ['cancelled', false],
    ['notStarted', false],
  ])('with status %s has passed: %s', (status, passed) => {
    expect(hasPassed(stagesAt('publishing', status), 'publishing')).toBe(passed);
  });

  it('speaks for itself only', () => {
    expect(hasPassed(stagesAt('publishing', 'inProgress'), 'certification')).toBe(true);
    expect(hasPassed([], 'certification')).toBe(false);
  });
});

describe('the publisher is asked to go live', () => {
  it.each<[Stage, StageStatus, boolean]>([
    ['publisherApproval', 'waiting', true],
    ['publisherApproval', 'inProgress', false],
    ['certification', 'waiting', false],
  ])('at %s, %s: %s', (stage, status, asked) => {
    expect(isApprovalWaiting(position(stage, status))).toBe(asked);
  });
});
