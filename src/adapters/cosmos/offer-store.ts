import type { Container } from '@azure/cosmos';
import type { Offer } from '../../domain/offer.js';
import type { Watch } from '../../domain/watch.js';
import type { OfferStore, Stored } from '../../store-ports.js';
import { createDocument, queryRows, readDocument, replaceDocument, type Document } from './documents.js';

const documentIdOfOffer = 'offer';

/** How often a lost replace reads again before it gives up on seeing the winner's etag. */
const readsAfterConflict = 20;

export function makeOfferStore(offers: Container): OfferStore {
  const load = (offerKey: string): Promise<Stored<Offer> | null> =>
    readDocument<Offer>(offers, documentIdOfOffer, offerKey);
  const keysDue = async (field: 'announceAt' | 'goLiveDueAt', now: string, most: number) => {
    const rows = await queryRows<{ offerKey: string }>(offers, {
      query: `SELECT TOP ${most} c.offerKey FROM c WHERE c.type = 'offer' AND c.${field} <= @now ORDER BY c.${field}`,
      parameters: [{ name: '@now', value: now }],
    });
    return rows.map(({ offerKey }) => offerKey);
  };
  return {
    load: async (offerKey, otherThan) => {
      let found = await load(offerKey);
      // A session may still be shown the version that lost.
      for (
        let reads = 1;
        found !== null && found.etag === otherThan && reads < readsAfterConflict;
        reads += 1
      )
        found = await load(offerKey);
      return found;
    },
    create: (offer) => createDocument(offers, documentOf(offer)),
    replace: (stored, next) => replaceDocument(offers, next.offerKey, stored.etag, documentOf(next)),
    listTracked: async () => {
      const rows = await queryRows<Document<Offer> | Document<Watch>>(offers, {
        query: `SELECT c.type, c["value"] FROM c WHERE c.type = 'offer' OR c.type = 'poll'`,
      });
      const watches = new Map(rows.filter(isWatch).map(({ value }) => [value.offerKey, value]));
      return rows
        .filter(isOffer)
        .map(({ value }) => ({ offer: value, watch: watches.get(value.offerKey) ?? null }))
        .filter(({ offer }) => offer.tracked);
    },
    withPendingEvents: (before, most) => keysDue('announceAt', before, most),
    withGoLiveDue: (now, most) => keysDue('goLiveDueAt', now, most),
  };
}

function documentOf(offer: Offer): Document<Offer> & Record<string, unknown> {
  return {
    id: documentIdOfOffer,
    type: 'offer',
    offerKey: offer.offerKey,
    announceAt: offer.pending[0]?.at ?? null,
    goLiveDueAt: offer.goLive?.dueAt ?? null,
    value: offer,
  };
}

function isOffer(row: Document<Offer> | Document<Watch>): row is Document<Offer> {
  return row.type === 'offer';
}

function isWatch(row: Document<Offer> | Document<Watch>): row is Document<Watch> {
  return row.type === 'poll';
}
