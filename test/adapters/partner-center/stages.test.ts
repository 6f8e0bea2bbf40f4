import type { SubmissionAnswer, WorkflowStep } from '../../../src/adapters/partner-center/schema.js';
import {
  isLive,
  isReadyToPublish,
  stagesOf,
  tellsByItself,
} from '../../../src/adapters/partner-center/stages.js';

type Words = `${string} ${string}`;

const names = ['Automated validation', 'Preview creation', 'Publisher signoff', 'Certification', 'Publish'];
/** The five steps as one letter each; a dot leaves a step out. */
const states: Readonly<Record<string, string>> = {
  S: 'Success',
  I: 'InProgress',
  N: 'NotStarted',
  F: 'Failed',
};
const shown = { succeeded: 'done', notStarted: '-', inProgress: 'now' } as const;

function answer(words: Words, overrides: Partial<SubmissionAnswer> = {}): SubmissionAnswer {
  const [state = '', substate = ''] = words.split(' ');
  return { id: '1152921505697719189', state, substate, ...overrides };
}

function stepsOf(letters: string): readonly WorkflowStep[] {
  return letters.split('').flatMap((letter, index) => {
    const [name, state] = [names[index], states[letter]];
    return name === undefined || state === undefined ? [] : [{ name, state }];
  });
}

/** Validation, preview, approval, certification and publishing, as `done now - - -`. */
function statuses(words: Words, letters: string, overrides: Partial<SubmissionAnswer> = {}): string {
  const seen = stagesOf(answer(words, overrides), stepsOf(letters));
  return seen.map(({ status }) => (status in shown ? shown[status as keyof typeof shown] : status)).join(' ');
}

describe('validation, preview, approval, certification and publishing', () => {
  it.each<[what: string, words: Words, letters: string, expected: string]>([
    ['before any workflow', 'InProgress InDraft', '', 'now - - - -'],
    ['submitted', 'InProgress Submitted', '', 'now - - - -'],
    ['in validation', 'InProgress Submitted', 'INNNN', 'now - - - -'],
    ['in preview creation', 'InProgress Submitted', 'SINNN', 'done now - - -'],
    ['failed in validation', 'InProgress Failed', 'FNNNN', 'failed - - - -'],
    ['failed in preview creation', 'InProgress Failed', 'SFNNN', 'done failed - - -'],
    ['ready', 'Published ReadyToPublish', 'SSINN', 'done done waiting - -'],
    ['ready, its workflow not shown', 'Published ReadyToPublish', '', 'done done waiting - -'],
    ['ready, its workflow behind', 'Published ReadyToPublish', 'SINNN', 'done done waiting - -'],
    ['ready by substate alone', 'InProgress ReadyToPublish', 'SSINN', 'done done now - -'],
    ['in certification', 'Published Publishing', 'SSSIN', 'done done done now -'],
    ['promoted, its workflow behind', 'Published Publishing', 'SSINN', 'done done done - -'],
    ['in publishing', 'Published Publishing', 'SSSSI', 'done done done done now'],
    ['failed in certification', 'Published FailedInCertification', 'SSSFN', 'done done done failed -'],
    ['in store', 'Published InStore', 'SSSSS', 'done done done done done'],
    ['in store, its workflow not shown', 'Published InStore', '', 'done done done done done'],
    ['in store, its workflow behind', 'Published InStore', 'SSSIN', 'done done done done done'],
    ['a word never seen', 'Published Published', 'SSSIN', 'done done done now -'],
    ['without one of its steps', 'InProgress Submitted', 'S.N', 'done - - - -'],
  ])('of a submission that is %s', (_what, words, letters, expected) => {
    expect(statuses(words, letters)).toBe(expected);
  });

  it('fail in validation when the submission was rejected before any workflow', () => {
    const pendingUpdateInfo = { status: 'Failed', failureReason: 'Active validation errors' };
    expect(statuses('InProgress InDraft', '', { pendingUpdateInfo })).toBe('failed - - - -');
  });
});

describe('the word for the state of a step', () => {
  const first = (state: string, substate = 'Submitted') =>
    stagesOf(answer(`InProgress ${substate}`), [{ name: 'Automated validation', state }])[0]?.status;

  it.each([
    ['NotStarted', 'notStarted'],
    ['Not started', 'notStarted'],
    ['InProgress', 'inProgress'],
    ['In progress', 'inProgress'],
    ['Success', 'succeeded'],
    ['Succeeded', 'succeeded'],
    ['complete', 'succeeded'],
    ['Completed', 'succeeded'],
    ['Cancelled', 'cancelled'],
    ['Canceled', 'cancelled'],
    ['Failed', 'failed'],
    ['Failure', 'failed'],
    ['Error', 'failed'],
    ['Rejected', 'failed'],
  ])('%s means %s', (word, status) => {
    expect(first(word)).toBe(status);
  });

  it('that is unknown is a failure only where the submission has failed', () => {
    expect(first('Paused')).toBe('inProgress');
    expect(first('Paused', 'Failed')).toBe('failed');
    expect(first('Paused', 'FailedInCertification')).toBe('failed');
  });
});

describe('the name of a step', () => {
  it.each([
    ['Automated Validation', 'validation'],
    ['Preview-Creation', 'preview'],
    ['publisher sign-off', 'publisherApproval'],
    ['Publisher Approval', 'publisherApproval'],
    ['CERTIFICATION', 'certification'],
    ['Publishing', 'publishing'],
  ])('%s is the stage %s', (name, stage) => {
    const states = stagesOf(answer('InProgress Submitted'), [{ name, state: 'Cancelled' }]);
    expect(states.filter(({ status }) => status === 'cancelled')).toMatchObject([{ stage }]);
  });

  it('that is unknown is passed over', () => {
    const states = stagesOf(answer('InProgress Submitted'), [
      { name: 'Package provisioning', state: 'Failed' },
    ]);
    expect(states.map(({ status }) => status)).not.toContain('failed');
  });
});

describe('the times of a stage', () => {
  const step = (state: string, start?: string, complete?: string): WorkflowStep => ({
    name: 'Publish',
    state,
    ...(start !== undefined && { startDateTimeInUtc: start }),
    ...(complete !== undefined && { completeDateTimeInUtc: complete }),
  });
  const publishing = (words: Words, one: WorkflowStep, publishedTimeInUtc?: string) =>
    stagesOf(answer(words, { publishedTimeInUtc }), [one])[4];

  it('are those of its step', () => {
    const one = step('Success', '2022-08-04T10:37:37.4038218', '2022-08-04T10:51:26.8132496');
    expect(publishing('Published InStore', one)).toStrictEqual({
      stage: 'publishing',
      status: 'succeeded',
      startedAt: '2022-08-04T10:37:37.403Z',
      endedAt: '2022-08-04T10:51:26.813Z',
    });
  });

  it('end when it was published, where the step does not say', () => {
    const at = '2022-08-04T10:51:26Z';
    expect(publishing('Published InStore', step('InProgress'), at)?.endedAt).toBe('2022-08-04T10:51:26.000Z');
  });

  it('do not end in 1601', () => {
    expect(publishing('Published InStore', step('Success'), '1601-01-01T00:00:00Z')?.endedAt).toBeNull();
  });

  it('do not end while it is under way, whatever was published before', () => {
    const at = '2022-08-04T10:51:26Z';
    expect(publishing('Published Publishing', step('InProgress'), at)?.endedAt).toBeNull();
  });

  it('have no start before it began', () => {
    const one = step('NotStarted', '2022-08-04T10:37:37');
    expect(publishing('Published Publishing', one)?.startedAt).toBeNull();
  });
});

it('the state of a submission alone tells that it is ready or live', () => {
  const told = (words: Words) =>
    [isReadyToPublish, isLive, tellsByItself].map((asked) => asked(answer(words)));
  expect(told('Published ReadyToPublish')).toStrictEqual([true, false, true]);
  expect(told('Published InStore')).toStrictEqual([false, true, true]);
  expect(told('InProgress ReadyToPublish')).toStrictEqual([false, false, false]);
  expect(told('Published Publishing')).toStrictEqual([false, false, false]);
});
