import { wentLive } from '../domain/event.js';
import type { SeenSubmission } from '../domain/seen-submission.js';
import { hasPassed } from '../domain/stage.js';
import type {
  Clock,
  ContentHub,
  Marketplace,
  OfferToRead,
  PublishingSource,
  Reading,
  SourceRead,
  StatusSource,
} from '../ports.js';

interface Ports {
  readonly publishing: PublishingSource;
  readonly marketplace: Marketplace;
  /** Null: no workspace is configured, and the last stage is not observed. */
  readonly contentHub: ContentHub | null;
  readonly clock: Clock;
}

/** One sighting from all sources. The catalogs are asked only for what is live and has not arrived yet. */
export function makeStatusSource({ publishing, marketplace, contentHub, clock }: Ports): StatusSource {
  return {
    readiness: (productId, submissionId) => publishing.readiness(productId, submissionId),
    observe: async (offer) => {
      const at = clock.now();
      const read = await publishing.read(offer);
      const reads: SourceRead[] = [{ source: 'partnerCenter', good: read.kind !== 'unavailable' }];
      if (read.kind !== 'read') return { sighting: read, reads };
      const [listing, hub] = read.value.submissions.some((seen) => isOnItsWay(offer, seen))
        ? await Promise.all([
            marketplace.listing(offer.offerKey),
            contentHub?.version(offer.offerKey) ?? null,
          ])
        : [null, null];
      if (listing !== null) reads.push({ source: 'marketplace', good: listing.kind !== 'unavailable' });
      if (hub !== null) reads.push({ source: 'contentHub', good: hub.kind !== 'unavailable' });
      const observation = { at, ...read.value, marketplace: valueOf(listing), hubVersion: valueOf(hub) };
      return { sighting: { kind: 'observed', observation }, reads };
    },
  };
}

function valueOf<T>(reading: Reading<T> | null): T | null {
  return reading?.kind === 'read' ? reading.value : null;
}

function isOnItsWay(offer: OfferToRead, seen: SeenSubmission): boolean {
  const known = [offer.current, offer.live].find(
    (submission) => submission?.submissionId === seen.submissionId,
  );
  return wentLive(seen) && !(known && hasPassed(known.stages, 'contentHub'));
}
