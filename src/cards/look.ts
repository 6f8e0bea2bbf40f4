/** How and where a picture is shown. */
export interface Look {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** IANA name of the zone in which times are written. */
  readonly timeZone: string;
  /** False: the content hub is not observed, and is shown with its expected date. */
  readonly hubWatched: boolean;
  /** True when the offers come from the simulator: every card says so. */
  readonly simulated: boolean;
  /** False where Partner Center is off: what is shown was pushed by the publisher's own pipeline. */
  readonly reads: boolean;
  /** Whether a sign-off also asks Partner Center to go live, or only records it here. */
  readonly goLive: 'record' | 'promote';
}

export interface Card {
  /** The Adaptive Card. */
  readonly content: Record<string, unknown>;
  /** For `activity.summary`: what the toast says, plain text. */
  readonly summary: string;
}
