/** Somebody who wrote or pressed, as the authenticated activity names them; never taken from a card. */
export interface Person {
  /** Entra object id. */
  readonly objectId: string;
  readonly tenantId: string;
  /** The display name at that moment, for people to read; it decides nothing. */
  readonly name: string;
}

/** Who administers this deployment: object ids, each with its tenant when one was configured. */
export type Admins = 'everybody' | readonly { readonly objectId: string; readonly tenantId: string | null }[];

export function isAdmin(admins: Admins, person: Person | null): boolean {
  if (person === null) return false;
  if (admins === 'everybody') return true;
  return admins.some(
    (admin) =>
      admin.objectId === person.objectId && (admin.tenantId === null || admin.tenantId === person.tenantId),
  );
}
