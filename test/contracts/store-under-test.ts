import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { offerAt } from '../support/build.js';
import type { Offer } from '../../src/domain/offer.js';

/** Opens empty stores; whoever opens them disposes of them. */
export type Open = () => Promise<Stores>;

/** Stores for all tests of a suite, opened before the first and gone after the last. */
export function storesFor(open: Open): () => Stores {
  let stores: Stores | null = null;
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(() => stores?.dispose());
  return () => {
    if (stores === null) throw new Error('the stores are opened before the first test');
    return stores;
  };
}

/** An offer of this id, waiting for the publisher's approval. */
export function offerCalled(offerId: string, overrides: Partial<Offer> = {}): Offer {
  return offerAt('publisherApproval', 'waiting', { offerId, offerKey: `contoso.${offerId}`, ...overrides });
}

/** Ids as Teams makes them, and characters that Cosmos DB forbids in ids or that mean something in a URL. */
export const oddIds: readonly string[] = [
  '19:abc@thread.tacv2',
  'a:1x/y_z-0',
  'back\\slash',
  'half%20way',
  '100 %',
  'question?',
  'number#1',
  'tilde~2f',
  "o'clock",
  'ünïcode “quotes”',
];
