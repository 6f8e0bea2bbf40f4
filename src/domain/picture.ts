import type { OfferEvent } from './offer-event.js';
import type { Offer } from './offer.js';
import type { Refusal } from './sign-off.js';
import { isApprovalWaiting, positionOf } from './stage.js';
import type { SourceNotice } from './source-health.js';
import type { Subscription } from './subscription.js';

/** How fresh what is shown is. `stale`: the source has been failing since. */
export interface Freshness {
  /** The last good read. ISO 8601, UTC; null before the first. */
  readonly checkedAt: string | null;
  readonly stale: boolean;
}

/** An offer with how fresh it is. */
export interface OfferSighting {
  readonly offer: Offer;
  readonly freshness: Freshness;
}

/** Everything people can be shown as a card; how it looks is the business of `cards`. */
export type Picture =
  | {
      readonly kind: 'status';
      readonly offer: Offer;
      /** Null: the newest one. */
      readonly submissionId: string | null;
      /** Our own sentence that comes first, such as what a command did; null: none. */
      readonly said: string | null;
      readonly freshness: Freshness;
    }
  | { readonly kind: 'transition'; readonly offer: Offer; readonly event: OfferEvent }
  | { readonly kind: 'approval'; readonly offer: Offer; readonly notice: Notice | null }
  | { readonly kind: 'signedOff'; readonly offer: Offer; readonly notice: Notice | null }
  | {
      readonly kind: 'closedApproval';
      readonly offer: Offer;
      readonly submissionId: string;
      readonly notice: Notice | null;
    }
  | { readonly kind: 'offers'; readonly sightings: readonly OfferSighting[] }
  | {
      readonly kind: 'choice';
      readonly asked: string;
      /** True: several offers fit the name. False: none does, and these are the nearest. */
      readonly found: boolean;
      readonly options: readonly { readonly title: string; readonly command: string }[];
    }
  | { readonly kind: 'subscriptions'; readonly subscriptions: readonly Subscription[] }
  | { readonly kind: 'sourceNotice'; readonly notice: SourceNotice }
  | {
      /** Our own words in rows, such as the help; only a row's text may hold what comes from outside. */
      readonly kind: 'guide';
      readonly title: string;
      readonly intro: string;
      readonly rows: readonly { readonly term: string; readonly text: string }[];
      readonly options: readonly { readonly title: string; readonly command: string }[];
    };

/** What an approval card says first: why a press was refused, that ticks were kept, or what a command did. */
export type Notice =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'saved'; readonly added: number }
  | { readonly kind: 'said'; readonly text: string };

/** What to show of one submission's approval: the card to sign, who signed, or that it is over. */
export function approvalPicture(offer: Offer, submissionId: string, notice: Notice | null): Picture {
  if (offer.signOff?.submissionId === submissionId) return { kind: 'signedOff', offer, notice };
  return isOpenForApproval(offer, submissionId)
    ? { kind: 'approval', offer, notice }
    : { kind: 'closedApproval', offer, submissionId, notice };
}

function isOpenForApproval(offer: Offer, submissionId: string): boolean {
  return offer.current?.submissionId === submissionId && isApprovalWaiting(positionOf(offer.current.stages));
}
