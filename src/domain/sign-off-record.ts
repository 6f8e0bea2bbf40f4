import type { Confirmation } from './checklist.js';
import type { Person } from './person.js';

/** The publisher's sign-off of one submission. */
export interface SignOff {
  readonly submissionId: string;
  readonly releaseNumber: number;
  readonly version: string | null;
  readonly by: Person;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly confirmations: readonly Confirmation[];
  /** Whether Partner Center itself said that the submission waited; false: only a push did. */
  readonly verified: boolean;
}
