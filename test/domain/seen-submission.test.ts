import type { Submission } from '../../src/domain/submission.js';
import { mergeSubmission } from '../../src/domain/seen-submission.js';
import type { Stage, StageStatus } from '../../src/domain/stage.js';
import { at, submissionAt } from '../support/build.js';

const now = at(600);
const nothingElse = { at: now, hubVersion: null };

/** A submission of which the source shows one stage alone. */
function showing(
  stage: Stage,
  status: StageStatus,
  startedAt: string | null = null,
  endedAt: string | null = null,
): Submission {
  return submissionAt(stage, status, { stages: [{ stage, status, startedAt, endedAt }] });
}

/** Begin and end of validation after a sighting. */
function instants(known: Submission | null, seen: Submission, baseline = false): readonly (string | null)[] {
  const { stages } = mergeSubmission(known, seen, nothingElse, baseline);
  return stages
    .filter(({ stage }) => stage === 'validation')
    .flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]);
}

describe('a submission after a sighting', () => {
  it('is what is seen now', () => {
    const known = submissionAt('preview', 'failed', { detail: 'why', autoPromote: true });
    const seen = submissionAt('preview', 'inProgress', { releaseNumber: 3, version: '3.0.2' });
    expect(mergeSubmission(known, seen, nothingElse, false)).toEqual(seen);
  });

  it('keeps its version while the package cannot be read', () => {
    const seen = submissionAt('preview', 'inProgress', { version: null });
    const known = submissionAt('validation', 'inProgress', { version: '3.0.1' });
    expect(mergeSubmission(known, seen, nothingElse, false).version).toBe('3.0.1');
    expect(mergeSubmission(null, seen, nothingElse, false).version).toBeNull();
  });

  it('has all six stages in order; one that the source does not show has not begun', () => {
    const { stages } = mergeSubmission(null, showing('preview', 'inProgress', at(1)), nothingElse, true);
    expect(
      stages.map(({ stage, status, startedAt, endedAt }) => [stage, status, startedAt, endedAt]),
    ).toEqual([
      ['validation', 'notStarted', null, null],
      ['preview', 'inProgress', at(1), null],
      ['publisherApproval', 'notStarted', null, null],
      ['certification', 'notStarted', null, null],
      ['publishing', 'notStarted', null, null],
      ['contentHub', 'notStarted', null, null],
    ]);
  });
});

describe('instants that the source shows', () => {
  it('win over those known', () => {
    const known = showing('validation', 'succeeded', at(1), at(2));
    expect(instants(known, showing('validation', 'succeeded', at(3), at(4)))).toEqual([at(3), at(4)]);
  });

  it.each<[StageStatus]>([['inProgress'], ['waiting']])('are no end while the stage is %s', (status) => {
    expect(instants(null, showing('validation', status, at(3), at(4)))).toEqual([at(3), null]);
  });
});

describe('instants that the source leaves out', () => {
  type Row = [
    what: string,
    known: Submission | null,
    seen: Submission,
    begin: string | null,
    end: string | null,
  ];
  const running = showing('validation', 'inProgress', at(1));
  it.each<Row>([
    [
      'a begin seen now is now',
      showing('validation', 'notStarted'),
      showing('validation', 'inProgress'),
      now,
      null,
    ],
    ['one of a new submission too', null, showing('validation', 'waiting'), now, null],
    ['a begin that is known stays', running, showing('validation', 'waiting'), at(1), null],
    ['an end seen now is now', running, showing('validation', 'succeeded'), at(1), now],
    ['a failure ends as well', running, showing('validation', 'failed'), at(1), now],
    ['so does a cancellation', running, showing('validation', 'cancelled'), at(1), now],
    ['an end without its begin has an end alone', null, showing('validation', 'succeeded'), null, now],
    [
      'an end that is known stays',
      showing('validation', 'succeeded', at(1), at(2)),
      showing('validation', 'succeeded'),
      at(1),
      at(2),
    ],
    [
      'the end of a failure is not the end of the success after it',
      showing('validation', 'failed', at(1), at(2)),
      showing('validation', 'succeeded'),
      at(1),
      now,
    ],
    [
      'what ended and runs again has no end',
      showing('validation', 'failed', at(1), at(2)),
      showing('validation', 'inProgress'),
      at(1),
      null,
    ],
    [
      'what begins afresh forgets when it began before',
      showing('validation', 'failed', at(1), at(2)),
      showing('validation', 'notStarted'),
      null,
      null,
    ],
    [
      'a begin that was before the baseline stays unknown',
      showing('validation', 'inProgress'),
      showing('validation', 'inProgress'),
      null,
      null,
    ],
    ['so does an end', showing('validation', 'succeeded'), showing('validation', 'succeeded'), null, null],
  ])('%s', (_what, known, seen, begin, end) => {
    expect(instants(known, seen)).toEqual([begin, end]);
  });

  it.each<[StageStatus]>([['inProgress'], ['succeeded']])('are unknown in a baseline: %s', (status) => {
    expect(instants(null, showing('validation', status), true)).toEqual([null, null]);
  });
});
