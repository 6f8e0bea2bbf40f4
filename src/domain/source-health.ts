import { secondsAfter } from './instant.js';

/** The outside that offers are read from. */
export type SourceName = 'partnerCenter' | 'marketplace' | 'contentHub';

/** How a source has been answering. One document for all replicas, so that each turn is told once. */
export interface SourceHealth {
  readonly source: SourceName;
  /** The first of the reads that have failed since the last good one; null while it answers. ISO 8601, UTC. */
  readonly failingSince: string | null;
  /** Whether admins were told that it is down. */
  readonly toldDown: boolean;
  /** The number of the last notice, counted up and never down. */
  readonly seq: number;
}

/** What admins are told: that a source has been down for a while, and that it is back. */
export interface SourceNotice {
  readonly source: SourceName;
  readonly kind: 'down' | 'back';
  readonly seq: number;
  /** Since when it failed. ISO 8601, UTC. */
  readonly failingSince: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const toldAfterSeconds = 15 * 60;

export function newHealth(source: SourceName): SourceHealth {
  return { source, failingSince: null, toldDown: false, seq: 0 };
}

/** The health after one read, the very same when nothing changes, and what there is to tell of it. */
export function afterRead(
  health: SourceHealth,
  good: boolean,
  at: string,
): { readonly health: SourceHealth; readonly notice: SourceNotice | null } {
  const { source, failingSince, toldDown } = health;
  if (failingSince === null) {
    return { health: good ? health : { ...health, failingSince: at }, notice: null };
  }
  const seq = health.seq + 1;
  if (good) {
    if (!toldDown) return { health: { ...health, failingSince: null }, notice: null };
    const back: SourceNotice = { source, kind: 'back', seq, failingSince, at };
    return { health: { source, failingSince: null, toldDown: false, seq }, notice: back };
  }
  if (toldDown || at < secondsAfter(failingSince, toldAfterSeconds)) return { health, notice: null };
  return {
    health: { ...health, toldDown: true, seq },
    notice: { source, kind: 'down', seq, failingSince, at },
  };
}
