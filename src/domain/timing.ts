import { DateTime, type DurationLikeObject } from 'luxon';
import type { Stage } from './stage.js';

/** When a stage should be over, and from when on it is late. ISO 8601 in UTC; null where only people decide. */
export interface Expectation {
  readonly expectedBy: string | null;
  readonly lateBy: string | null;
}

type Span = { readonly clock: DurationLikeObject } | { readonly businessDays: number };

/**
 * How long a stage takes: Microsoft's article on tracking Sentinel solutions for validation and the content hub,
 * the estimates of the offer overview page for the rest.
 */
const spans: Record<
  Exclude<Stage, 'publisherApproval' | 'contentHub'>,
  { readonly expected: Span; readonly late: Span }
> = {
  validation: { expected: { clock: { hours: 2 } }, late: { clock: { hours: 24 } } },
  preview: { expected: { clock: { hours: 1 } }, late: { clock: { hours: 4 } } },
  certification: { expected: { businessDays: 3 }, late: { businessDays: 14 } },
  publishing: { expected: { clock: { hours: 2 } }, late: { clock: { hours: 24 } } },
};

const hubLateDays = 3;

/** @param startedAt ISO 8601. @param zone IANA name in which days begin and end. */
export function expectationOf(stage: Stage, startedAt: string, zone: string): Expectation {
  const start = DateTime.fromISO(startedAt, { zone });
  if (stage === 'publisherApproval') return { expectedBy: null, lateBy: null };
  if (stage === 'contentHub') return contentHub(start);
  return {
    expectedBy: utc(plus(start, spans[stage].expected)),
    lateBy: utc(plus(start, spans[stage].late)),
  };
}

/** Published on Saturday or Sunday: by Tuesday 24:00; else two days on. */
function contentHub(start: DateTime): Expectation {
  const weekend = start.weekday >= 6;
  const expected = weekend
    ? start
        .plus({ days: 9 - start.weekday })
        .startOf('day')
        .plus({ days: 1 })
    : start.plus({ days: 2 });
  return { expectedBy: utc(expected), lateBy: utc(expected.plus({ days: hubLateDays })) };
}

function plus(start: DateTime, span: Span): DateTime {
  return 'clock' in span ? start.plus(span.clock) : plusBusinessDays(start, span.businessDays);
}

/** Business days are Monday to Friday. */
function plusBusinessDays(start: DateTime, days: number): DateTime {
  let at = start;
  for (let left = days; left > 0;) {
    at = at.plus({ days: 1 });
    if (at.weekday < 6) left -= 1;
  }
  return at;
}

function utc(at: DateTime): string {
  return at.toUTC().toJSDate().toISOString();
}
