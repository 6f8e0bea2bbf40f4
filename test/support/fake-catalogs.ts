import type { Listing } from '../../src/domain/obstacle.js';
import type {
  Clock,
  ContentHub,
  Marketplace,
  PublishingSource,
  Reading,
  StatusSource,
} from '../../src/ports.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';

/** Marketplace and content hub as the test wants them to be; both answer that they do not show the offer, unless told otherwise. */
export class FakeCatalogs {
  /** What the marketplace answers. */
  shown: Reading<Listing> = { kind: 'notFound' };
  /** What the content hub answers. */
  arrived: Reading<string> = { kind: 'notFound' };
  /** What was asked of whom, in order. */
  readonly asked: string[] = [];

  readonly marketplace: Marketplace = {
    listing: async (offerKey) => {
      this.asked.push(`marketplace ${offerKey}`);
      return this.shown;
    },
  };

  readonly contentHub: ContentHub = {
    version: async (offerKey) => {
      this.asked.push(`content hub ${offerKey}`);
      return this.arrived;
    },
  };
}

/** Partner Center and the catalogs, read together. */
export function sourceOf(
  publishing: PublishingSource,
  clock: Clock,
  { marketplace, contentHub }: Pick<FakeCatalogs, 'marketplace' | 'contentHub'> = new FakeCatalogs(),
): StatusSource {
  return makeStatusSource({ publishing, marketplace, contentHub, clock });
}
