import {
  reportDetail,
  shortDetail,
  validationDetail,
} from '../../../src/adapters/partner-center/failure-detail.js';

it('a detail is cut to five hundred characters, in one line', () => {
  expect(shortDetail('a\n b')).toBe('a b');
  expect(shortDetail('x'.repeat(501))).toHaveLength(500);
  expect([shortDetail(''), shortDetail(null), shortDetail(undefined)]).toStrictEqual([null, null, null]);
});

describe('what validation found', () => {
  const error = { severity: 'Error', message: 'One is missing.' };

  it.each([
    ['its errors', [error, { severity: 'error', message: 'Two differs.' }], 'One is missing. Two differs.'],
    ['its errors, and no warnings', [{ severity: 'Warning', message: 'Old.' }, error], 'One is missing.'],
    ['all of it, where nothing is called an error', [{ message: 'Old.' }, { message: 'New.' }], 'Old. New.'],
    ['nothing, where nothing is said', [{ severity: 'Error' }, { severity: 'Error', message: ' ' }], null],
    ['nothing, where there is nothing', [], null],
  ])('is %s', (_what, items, detail) => {
    expect(validationDetail(items)).toBe(detail);
  });

  it('is cut', () => {
    expect(validationDetail(Array.from({ length: 90 }, () => error))).toHaveLength(500);
  });
});

describe('what certification said', () => {
  const failed = (reportTimeInUtc?: string) => ({
    status: 'Failed',
    ...(reportTimeInUtc && { reportTimeInUtc }),
  });

  it.each([
    ['the day of the report', [failed('2026-03-04T10:00:00')], 'Certification report of 2026-03-04: Failed'],
    [
      'the newest failure',
      [failed('2026-03-04T10:00:00Z'), failed('2026-03-06T10:00:00Z'), failed()],
      'Certification report of 2026-03-06: Failed',
    ],
    ['without a day', [failed('1601-01-01T00:00:00Z')], 'Certification report: Failed'],
    ['nothing, where none failed', [{ status: 'Pending' }, { status: null }], null],
    ['nothing, where there is none', [], null],
  ])('is %s', (_what, reports, detail) => {
    expect(reportDetail(reports)).toBe(detail);
  });
});
