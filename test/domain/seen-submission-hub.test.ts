import type { Submission } from '../../src/domain/submission.js';
import { mergeSubmission } from '../../src/domain/seen-submission.js';
import type { StageState, StageStatus } from '../../src/domain/stage.js';
import { at, submissionAt } from '../support/build.js';

const now = at(600);

describe('the content hub', () => {
  const published = submissionAt('contentHub', 'inProgress', { version: '3.0.1' });
  const hubOf = (submission: Submission): StageState | undefined => submission.stages[5];
  const publishedAt = at(5);

  it.each<[string | null, string | null, boolean]>([
    ['3.0.1', '3.0.1', true],
    ['3.0.2', '3.0.1', true],
    ['3.0.0', '3.0.1', false],
    ['3.0.1', null, false],
    [null, '3.0.1', false],
    [null, null, false],
    ['nonsense', '3.0.1', false],
  ])('shows %s where %s was published: arrived %s', (hubVersion, version, arrived) => {
    const seen = submissionAt('contentHub', 'inProgress', { version });
    expect(hubOf(mergeSubmission(null, seen, { at: now, hubVersion }, false))).toEqual({
      stage: 'contentHub',
      status: arrived ? 'succeeded' : 'inProgress',
      startedAt: publishedAt,
      endedAt: arrived ? now : null,
    });
  });

  it('was reached at an unknown instant in a baseline', () => {
    const hub = hubOf(mergeSubmission(null, published, { at: now, hubVersion: '3.0.1' }, true));
    expect(hub).toEqual({ stage: 'contentHub', status: 'succeeded', startedAt: publishedAt, endedAt: null });
  });

  it('has arrived for good, whatever it shows later', () => {
    const known = mergeSubmission(null, published, { at: at(60), hubVersion: '3.0.1' }, false);
    for (const hubVersion of [null, '3.0.0', '3.0.2'])
      expect(hubOf(mergeSubmission(known, published, { at: now, hubVersion }, false))).toEqual(hubOf(known));
  });

  it('is not begun before publishing is over, though an equal version is there', () => {
    const known = mergeSubmission(null, published, { at: at(60), hubVersion: '3.0.1' }, false);
    const back = submissionAt('publishing', 'inProgress');
    expect(hubOf(mergeSubmission(known, back, { at: now, hubVersion: '3.0.1' }, false))).toEqual({
      stage: 'contentHub',
      status: 'notStarted',
      startedAt: null,
      endedAt: null,
    });
  });

  it.each<[StageStatus, StageStatus]>([
    ['succeeded', 'succeeded'],
    ['notStarted', 'inProgress'],
    ['failed', 'inProgress'],
    ['cancelled', 'inProgress'],
  ])('that the source itself saw %s is %s', (status, expected) => {
    const seen = submissionAt('contentHub', status);
    expect(hubOf(mergeSubmission(null, seen, { at: now, hubVersion: null }, false))?.status).toBe(expected);
  });

  it('began at an unknown instant when publishing ended at one', () => {
    const stages = published.stages.map((state) => ({ ...state, startedAt: null, endedAt: null }));
    const seen = { ...published, stages };
    expect(hubOf(mergeSubmission(null, seen, { at: now, hubVersion: null }, true))?.startedAt).toBeNull();
  });
});
