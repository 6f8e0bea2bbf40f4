import { wentLive } from '../domain/event.js';
import type { SeenSubmission } from '../domain/seen-submission.js';
import { hasPassed } from '../domain/stage.js';
import type { Catalog, Clock, OfferToRead, PublishingSource, StatusSource } from '../ports.js';

interface Ports {
  readonly publishing: PublishingSource;
  readonly marketplace: Catalog;
  readonly contentHub: Catalog;
  readonly clock: Clock;
}

/** One sighting from all sources. The catalogs are asked only for what is live and has not arrived yet. */
export function makeStatusSource({ publishing, marketplace, contentHub, clock }: Ports): StatusSource {
  return {
    readiness: (productId, submissionId) => publishing.readiness(productId, submissionId),
    observe: async (offer) => {
      const at = clock.now();
      const read = await publishing.read(offer);
      if (read.kind !== 'read') return read;
      const onTheirWay = read.value.submissions.some((seen) => isOnItsWay(offer, seen));
      const [marketplaceVersion, hubVersion] = onTheirWay
        ? await Promise.all([marketplace.versionOf(offer.offerKey), contentHub.versionOf(offer.offerKey)])
        : [null, null];
      return { kind: 'observed', observation: { at, ...read.value, marketplaceVersion, hubVersion } };
    },
  };
}

function isOnItsWay(offer: OfferToRead, seen: SeenSubmission): boolean {
  const known = [offer.current, offer.live].find(
    (submission) => submission?.submissionId === seen.submissionId,
  );
  return wentLive(seen) && !(known && hasPassed(known.stages, 'contentHub'));
}
