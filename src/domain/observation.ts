import type { Listing, Obstacle } from './obstacle.js';
import type { SeenSubmission } from './seen-submission.js';

/** One sighting of an offer from its status sources. */
export interface Observation {
  /** When the read began. ISO 8601, UTC, to the millisecond. */
  readonly at: string;
  /** Null where the source does not know it. */
  readonly productId: string | null;
  readonly name: string;
  /** The newest submission and, where there is one, the last live one; order does not matter. */
  readonly submissions: readonly SeenSubmission[];
  /** What the plans show that keeps the offer out of the content hub; null when they were not read. */
  readonly obstacles: readonly Obstacle[] | null;
  /** What the public marketplace shows; null when it was not asked, did not answer or does not have it. */
  readonly marketplace: Listing | null;
  /** What the content hub shows; null as above. */
  readonly hubVersion: string | null;
}
