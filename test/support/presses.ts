import { defaultChecklist } from '../../src/domain/checklist.js';
import type { Offer } from '../../src/domain/offer.js';
import type { Admins } from '../../src/domain/person.js';
import type { Press } from '../../src/domain/sign-off.js';
import type { OfferStore, Stored } from '../../src/store-ports.js';
import { at, person, submissionAt, tenant } from './build.js';

export const everyItem: readonly number[] = defaultChecklist.map(({ n }) => n);

/** Who may sign while an offer names nobody. */
export const approverOnly: Admins = [{ objectId: person('approver').objectId, tenantId: tenant }];

/** The approver presses Go live with every item ticked. */
export function pressOf(overrides: Partial<Press> = {}): Press {
  const { submissionId } = submissionAt('publisherApproval', 'waiting');
  return { by: person('approver'), submissionId, ticks: everyItem, at: at(1), ...overrides };
}

/** An offer that must be there. */
export async function loaded(offers: OfferStore, offerKey: string): Promise<Stored<Offer>> {
  const stored = await offers.load(offerKey);
  if (stored === null) throw new Error(`${offerKey} is not in the store`);
  return stored;
}

/** Somebody else saves a change of an offer. */
export async function somebodySaves(
  offers: OfferStore,
  offerKey: string,
  change: (offer: Offer) => Offer,
): Promise<void> {
  const stored = await loaded(offers, offerKey);
  const saved = await offers.replace(stored, change(stored.value));
  if (saved === null) throw new Error('somebody else lost a race that the test wants them to win');
}
