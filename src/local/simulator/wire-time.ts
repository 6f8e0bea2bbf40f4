/** Partner Center's way in workflow details: seven fractional digits and no zone, although it is UTC. */
export function zonelessTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}0000`;
}

export function utcTime(at: number): string {
  return new Date(at).toISOString();
}

/** What `publishedTimeInUtc` says until a submission is live. */
export const notPublished = '1601-01-01T00:00:00Z';

/** What `releaseTimeInUtc` says when no time was asked for. */
export const noReleaseTime = '0001-01-01T00:00:00';
