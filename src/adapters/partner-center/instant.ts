/**
 * An instant of Partner Center as ISO 8601 in UTC. What comes without a zone is UTC; the years 1601 and 0001 mean
 * "never". Null for those, for nothing, and for what is no instant.
 */
export function parseInstant(text: string | null | undefined): string | null {
  if (!text) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`;
  const at = new Date(zoned);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() <= 1601 ? null : at.toISOString();
}
