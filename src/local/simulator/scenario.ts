import type { SubmissionPhase } from './phase.js';
import type { Oddities, Offer, Run } from './state.js';

/** A submission that was under way, or over, before the story began. */
export interface Begun {
  readonly run: Run;
  readonly phase: SubmissionPhase;
  /** Real milliseconds before the first start at which each phase began. Not scaled by the pace. */
  readonly ago: Partial<Record<SubmissionPhase, number>>;
}

export interface OfferScript extends Pick<
  Offer,
  'publisherId' | 'publisherName' | 'offerId' | 'name' | 'planId' | 'summary'
> {
  /** Default true. */
  readonly sentinelKeyword?: boolean;
  readonly oddities?: Oddities;
  readonly begun: readonly Begun[];
  readonly upcoming: readonly Run[];
}

export interface Scenario {
  readonly name: string;
  readonly offers: readonly OfferScript[];
}

/** One that comes with the simulator. */
export interface NamedScenario extends Scenario {
  /** One line on what is to be seen. */
  readonly description: string;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** An earlier release that went all the way, live so many days ago. */
export function formerRelease(version: string, daysAgo: number, run: Partial<Run> = {}): Begun {
  const live = daysAgo * day;
  return {
    run: { version, timing: {}, ...run },
    phase: 'done',
    ago: {
      created: live + 3 * day + 5 * hour,
      validation: live + 3 * day + 5 * hour - minute,
      preview: live + 3 * day + 4 * hour,
      approval: live + 3 * day + 3 * hour,
      certification: live + 3 * day,
      publishing: live + 2 * hour,
      catalog: live,
      hub: live - 5 * minute,
      done: live - day,
    },
  };
}
