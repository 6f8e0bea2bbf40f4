import type { StageState } from './stage.js';

/** One publish of an offer. `submissionId` is a string of up to 19 digits: never a number. */
export interface Submission {
  readonly submissionId: string;
  /** Partner Center's count of publishes; higher is newer. */
  readonly releaseNumber: number;
  /** The package's version, null while it cannot be read. */
  readonly version: string | null;
  /** Partner Center will go live by itself, without waiting for the publisher. */
  readonly autoPromote: boolean;
  /** Why the failed stage failed, in Partner Center's words: outside text. */
  readonly detail: string | null;
  /** All six, in order. */
  readonly stages: readonly StageState[];
}
