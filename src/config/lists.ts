import type { Admins } from '../domain/person.js';

/** Comma separated ids in lower case: hosts write them either way. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean);
}

const adminEntry = /^(?:(?<tenantId>[^\s/]+)\/)?(?<objectId>[^\s/@]+)$/;

/** `objectId` or `tenant/objectId` each, comma separated; null when one is neither, or there is none. */
export function adminsOf(text: string): Exclude<Admins, string> | null {
  const entries = listOf(text).map((entry) => adminEntry.exec(entry)?.groups);
  const admins = entries.map((found) => ({
    objectId: found?.['objectId'] ?? '',
    tenantId: found?.['tenantId'] ?? null,
  }));
  return admins.length > 0 && admins.every(({ objectId }) => objectId !== '') ? admins : null;
}
