import { inCatalog, inHub } from './availability.js';
import { productId } from './packages.js';
import { offerKey, type Offer, type SimulatorState } from './state.js';
import { standingOf } from './submission-answer.js';

/** Where everything stands, for people and tests. */
export function overview({ scenario, pace, offers }: SimulatorState) {
  return { scenario, pace, offers: offers.map((offer) => offerOverview(offer)) };
}

export function offerOverview(offer: Offer) {
  return {
    offerKey: offerKey(offer),
    offerId: offer.offerId,
    name: offer.name,
    productId: productId(offer),
    deleted: offer.deleted ?? false,
    resubmitAt: offer.resubmitAt,
    catalogVersion: inCatalog(offer)?.run.version ?? null,
    hubVersion: inHub(offer)?.run.version ?? null,
    submissions: offer.submissions.map((each) => ({
      id: each.id,
      releaseNumber: each.releaseNumber,
      version: each.run.version,
      phase: each.phase,
      ...standingOf(each),
      entered: each.entered,
      dueAt: each.dueAt,
    })),
  };
}
