import { expectationOf } from '../../src/domain/timing.js';
import type { Stage } from '../../src/domain/stage.js';

type Row = [what: string, startedAt: string, zone: string, expectedBy: string, lateBy: string];

function holds(stage: Stage) {
  return (_what: string, startedAt: string, zone: string, expectedBy: string, lateBy: string): void => {
    const iso = (text: string): string => new Date(text).toISOString();
    expect(expectationOf(stage, iso(startedAt), zone)).toEqual({
      expectedBy: iso(expectedBy),
      lateBy: iso(lateBy),
    });
  };
}

const berlin = 'Europe/Berlin';

describe('validation: 2 hours, late after 24', () => {
  it.each<Row>([
    ['on a weekday', '2026-11-23T09:00Z', 'UTC', '2026-11-23T11:00Z', '2026-11-24T09:00Z'],
    ['over a weekend all the same', '2026-11-27T23:00Z', 'UTC', '2026-11-28T01:00Z', '2026-11-28T23:00Z'],
    ['by the clock', '2026-10-24T22:30Z', berlin, '2026-10-25T00:30Z', '2026-10-25T22:30Z'],
  ])('%s: %s in %s', holds('validation'));
});

describe('preview: 1 hour, late after 4', () => {
  it.each<Row>([
    ['on a weekday', '2026-11-23T09:00Z', 'UTC', '2026-11-23T10:00Z', '2026-11-23T13:00Z'],
    ['while the clocks change', '2026-10-25T00:30Z', berlin, '2026-10-25T01:30Z', '2026-10-25T04:30Z'],
  ])('%s: %s in %s', holds('preview'));
});

describe('publisher approval: only people decide', () => {
  it('is never expected and never late', () => {
    expect(expectationOf('publisherApproval', '2026-11-23T09:00:00.000Z', 'UTC')).toEqual({
      expectedBy: null,
      lateBy: null,
    });
  });
});

describe('certification: 3 business days, late after 14', () => {
  it.each<Row>([
    ['from Monday', '2026-11-23T09:00Z', 'UTC', '2026-11-26T09:00Z', '2026-12-11T09:00Z'],
    ['from Thursday, over a weekend', '2026-11-26T09:00Z', 'UTC', '2026-12-01T09:00Z', '2026-12-16T09:00Z'],
    ['from Friday', '2026-11-27T23:30Z', 'UTC', '2026-12-02T23:30Z', '2026-12-17T23:30Z'],
    ['from Saturday there', '2026-11-27T23:30Z', berlin, '2026-12-01T23:30Z', '2026-12-16T23:30Z'],
    ['from Sunday', '2026-11-29T09:00Z', 'UTC', '2026-12-02T09:00Z', '2026-12-17T09:00Z'],
    [
      'at the same hour, though clocks went back',
      '2026-10-22T08:00Z',
      berlin,
      '2026-10-27T09:00Z',
      '2026-11-11T09:00Z',
    ],
  ])('%s: %s in %s', holds('certification'));
});

describe('publishing: 2 hours, late after 24', () => {
  it.each<Row>([['on a weekday', '2026-11-23T09:00Z', 'UTC', '2026-11-23T11:00Z', '2026-11-24T09:00Z']])(
    '%s: %s in %s',
    holds('publishing'),
  );
});

describe('content hub: two days, from a weekend Tuesday 24:00, late three days after that', () => {
  it.each<Row>([
    ['Monday', '2026-11-23T09:00Z', 'UTC', '2026-11-25T09:00Z', '2026-11-28T09:00Z'],
    ['the last of Friday', '2026-11-27T23:59:59Z', 'UTC', '2026-11-29T23:59:59Z', '2026-12-02T23:59:59Z'],
    ['the first of Saturday', '2026-11-28T00:00Z', 'UTC', '2026-12-02T00:00Z', '2026-12-05T00:00Z'],
    ['Sunday', '2026-11-29T23:59:59Z', 'UTC', '2026-12-02T00:00Z', '2026-12-05T00:00Z'],
    ['the first of Monday', '2026-11-30T00:00Z', 'UTC', '2026-12-02T00:00Z', '2026-12-05T00:00Z'],
    ['already Saturday there', '2026-11-27T23:30Z', berlin, '2026-12-01T23:00Z', '2026-12-04T23:00Z'],
    ['already Monday there', '2026-11-29T23:30Z', berlin, '2026-12-01T23:30Z', '2026-12-04T23:30Z'],
    ['Saturday, clocks go back', '2026-10-24T10:00Z', berlin, '2026-10-27T23:00Z', '2026-10-30T23:00Z'],
    ['Friday, clocks go back', '2026-10-23T10:00Z', berlin, '2026-10-25T11:00Z', '2026-10-28T11:00Z'],
    ['Saturday, clocks go forward', '2027-03-27T10:00Z', berlin, '2027-03-30T22:00Z', '2027-04-02T22:00Z'],
  ])('%s: %s in %s', holds('contentHub'));
});
