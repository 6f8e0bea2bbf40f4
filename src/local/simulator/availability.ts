import { hasReached, type Phase } from './phase.js';
import type { Offer, Submission } from './state.js';

/** The submission the marketplace shows, if any. */
export function inCatalog(offer: Offer): Submission | undefined {
  return latestAt(offer, 'hub');
}

/** The submission the content hub shows, if any. */
export function inHub(offer: Offer): Submission | undefined {
  return latestAt(offer, 'done');
}

function latestAt(offer: Offer, phase: Phase): Submission | undefined {
  return offer.submissions.findLast((each) => hasReached(each.phase, phase));
}
