import type { GoLiveState } from './go-live-state.js';
import type { SignOff } from './sign-off-record.js';
import type { Movement, Position } from './stage.js';

/**
 * What a change gives to tell. `moved`: a submission's position changed; `resubmitted`: a newer submission took
 * its place; `unsigned`: it went live without a sign-off here; `autoPromote`: Partner Center will go live by
 * itself; `signed`: the publisher's sign-off; `goLive`: what became of asking Partner Center; `late`: a stage takes
 * longer than it should; `gone`: Partner Center does not show the offer any more.
 */
export type EventKind =
  'moved' | 'resubmitted' | 'unsigned' | 'autoPromote' | 'signed' | 'goLive' | 'late' | 'gone';

/** What else is to be said of a new submission that was found further on: told as one summary. */
export type EventRemark = 'unsigned' | 'autoPromote';

export interface OfferEvent {
  readonly seq: number;
  readonly kind: EventKind;
  readonly offerKey: string;
  readonly submissionId: string;
  readonly releaseNumber: number;
  readonly version: string | null;
  /** When it was seen or decided. ISO 8601, UTC. */
  readonly at: string;
  readonly from: Position | null;
  readonly to: Position;
  readonly movement: Movement;
  /** The submission that this one replaced. */
  readonly replaces: string | null;
  readonly remarks: readonly EventRemark[];
  /** Why a stage failed or Partner Center refused: outside text. */
  readonly detail: string | null;
  /** The whole record, so that announcing can write the audit document. */
  readonly signOff: SignOff | null;
  readonly goLive: GoLiveState | null;
}
