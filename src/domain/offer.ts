import type { Confirmation } from './checklist.js';
import type { GoLive } from './go-live-state.js';
import type { Obstacle } from './obstacle.js';
import type { OfferEvent } from './offer-event.js';
import type { Person } from './person.js';
import type { SignOff } from './sign-off-record.js';
import type { Submission } from './submission.js';

/** A tracked offer: one document, so that a decision is one replace. */
export interface Offer {
  /** `publisherId.offerId`: the marketplace's legacy id and the content hub's contentId. */
  readonly offerKey: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly name: string;
  /** Partner Center's product GUID, null while the product was not found. */
  readonly productId: string | null;
  /** True when the offer comes from the simulator: every card says so. */
  readonly simulated: boolean;
  /** False after untracking: the document and its counter stay. */
  readonly tracked: boolean;
  /** The newest submission. */
  readonly current: Submission | null;
  /** The last one that went live and may still be on its way into the content hub, when it is not the newest. */
  readonly live: Submission | null;
  /** The version that the public marketplace shows, null while unknown. */
  readonly marketplaceVersion: string | null;
  /** What keeps it out of the content hub, as last seen. */
  readonly obstacles: readonly Obstacle[];
  /** Partner Center does not show the offer any more. */
  readonly gone: boolean;
  /** `submissionId:stage` of what was told to be late, for the submissions watched. */
  readonly toldLate: readonly string[];
  readonly approvers: readonly Person[];
  /** Of the current submission. */
  readonly confirmations: readonly Confirmation[];
  /** Of the current submission; gone again when Partner Center refused or did not take it. */
  readonly signOff: SignOff | null;
  readonly goLive: GoLive | null;
  /** The number of the last event, counted up and never down. */
  readonly seq: number;
  /** Events saved and not yet announced, oldest first. */
  readonly pending: readonly OfferEvent[];
  /** The read that last changed this document, null before the first; when it was last looked at stands in `Watch`. ISO 8601, UTC. */
  readonly observedAt: string | null;
}

/** A tracked offer before its first sighting. `offerKey` is `publisherId.offerId`. */
export function newOffer(key: OfferKeyParts, simulated: boolean): Offer {
  return {
    ...key,
    name: key.offerId,
    productId: null,
    simulated,
    tracked: true,
    current: null,
    live: null,
    marketplaceVersion: null,
    obstacles: [],
    gone: false,
    toldLate: [],
    approvers: [],
    confirmations: [],
    signOff: null,
    goLive: null,
    seq: 0,
    pending: [],
    observedAt: null,
  };
}

export interface OfferKeyParts {
  readonly offerKey: string;
  readonly publisherId: string;
  readonly offerId: string;
}

/** Reads `publisher.offer`; ids are lower-cased, as the marketplace does. Null when it is not of that form. */
export function parseOfferKey(text: string): OfferKeyParts | null {
  const match = /^([a-z0-9][a-z0-9_-]{1,49})\.([a-z0-9][a-z0-9_-]{1,49})$/.exec(text.trim().toLowerCase());
  const [offerKey, publisherId, offerId] = match ?? [];
  return offerKey && publisherId && offerId ? { offerKey, publisherId, offerId } : null;
}

/** The watched submission with this id, current or live. */
export function submissionOf(offer: Offer, submissionId: string): Submission | null {
  if (offer.current?.submissionId === submissionId) return offer.current;
  return offer.live?.submissionId === submissionId ? offer.live : null;
}
