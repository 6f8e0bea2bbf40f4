/**
 * Why an offer cannot reach the content hub however long one waits: the Sentinel keyword is missing, no plan is
 * shown, its sale was stopped, or its plan is no solution template.
 */
export type Obstacle = 'keywordMissing' | 'planHidden' | 'stopSell' | 'notSolutionTemplate';

/** What the public marketplace shows of an offer. */
export interface Listing {
  /** Null while it cannot be read from the listing. */
  readonly version: string | null;
  readonly obstacles: readonly Obstacle[];
}
