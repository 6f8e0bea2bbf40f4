/**
 * `signed` → `recorded` (audit record written) → `promoteStarted` → `accepted`, `refused` or `unknown`;
 * `notTaken` is an unknown that reads have settled. `publishing` and `live` come from observations alone.
 */
export type GoLiveState =
  | 'signed'
  | 'recorded'
  | 'promoteStarted'
  | 'accepted'
  | 'refused'
  | 'unknown'
  | 'notTaken'
  | 'publishing'
  | 'live';

export interface GoLive {
  readonly submissionId: string;
  readonly state: GoLiveState;
  /** When the worker must look at it next; null when there is nothing to do but watch. ISO 8601, UTC. */
  readonly dueAt: string | null;
  /** Since when the state holds. ISO 8601, UTC. */
  readonly since: string;
  /** Good reads, while `unknown`, that still showed the submission waiting. */
  readonly goodReads: number;
}
