import type { FailingPhase, Phase, SubmissionPhase } from './phase.js';

/** What somebody does in Partner Center: cancels the publish, publishes a new preview, or deletes the product. */
type Deed = 'cancel' | 'newPreview' | 'deletion';

/** How one submission is scripted to go. */
export interface Run {
  readonly version: string;
  /** Milliseconds in a phase at pace 1; 0 passes through; null waits until somebody acts; unnamed takes the default. */
  readonly timing: Partial<Record<Phase, number | null>>;
  readonly failsIn?: FailingPhase;
  /** What is done at the end of a phase, in place of that end. */
  readonly ends?: { readonly in: Phase; readonly by: Deed };
  /** Milliseconds from the failure or the cancellation to the next scripted submission. */
  readonly resubmitAfter?: number;
  readonly autoPromote?: boolean;
}

export interface Submission {
  /** 19 digits: a number would lose the last ones. */
  readonly id: string;
  readonly releaseNumber: number;
  readonly run: Run;
  readonly autoPromote: boolean;
  readonly certificationNotes: string;
  readonly phase: SubmissionPhase;
  readonly failedIn?: FailingPhase;
  /** When each phase began. */
  readonly entered: Partial<Record<SubmissionPhase, number>>;
  /** When the phase ends by itself; null: it does not. */
  readonly dueAt: number | null;
}

/** Where an offer's listing and its plan are not as a Sentinel solution's should be. */
export interface Oddities {
  readonly planSubType?: 'managed-application';
  readonly planState?: 'Inactive';
  /** Default: the public cloud alone. */
  readonly cloudAvailabilities?: readonly string[];
  readonly planHidden?: boolean;
  readonly planStopSell?: boolean;
  /** Why the whole offer is no longer sold. */
  readonly stopSellReason?: string;
}

export interface Offer {
  readonly publisherId: string;
  readonly publisherName: string;
  readonly offerId: string;
  readonly name: string;
  readonly planId: string;
  readonly summary: string;
  /** Whether the listing carries the keyword by which Sentinel finds its solutions. */
  readonly sentinelKeyword: boolean;
  readonly oddities?: Oddities;
  /** Deleted in Partner Center; what the marketplace and the content hub show stays. */
  readonly deleted?: boolean;
  /** Ordered by release number. */
  readonly submissions: readonly Submission[];
  readonly lastRelease: number;
  /** Scripted submissions still to come. */
  readonly upcoming: readonly Run[];
  readonly resubmitAt: number | null;
}

/** Everything the simulator remembers; plain JSON. */
export interface SimulatorState {
  readonly format: 1;
  readonly scenario: string;
  readonly pace: number;
  /** Signs tokens, so that they outlive a restart. */
  readonly tokenSecret: string;
  readonly clientSecret: string;
  /** When this was last known to be so: time after it did not count. */
  readonly savedAt: number;
  readonly lastSubmissionId: string;
  /** Promote calls received, by submission id, whatever became of them. */
  readonly promoteCalls: Readonly<Record<string, number>>;
  /** Each keeps its place for good. */
  readonly offers: readonly Offer[];
}

export function offerKey(offer: Pick<Offer, 'publisherId' | 'offerId'>): string {
  return `${offer.publisherId}.${offer.offerId}`;
}

export function newest(offer: Offer): Submission | undefined {
  return offer.submissions.at(-1);
}
