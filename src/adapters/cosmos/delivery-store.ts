import type { Container } from '@azure/cosmos';
import type { Delivery } from '../../domain/delivery.js';
import type { DeliveryStore } from '../../store-ports.js';
import {
  createDocument,
  documentId,
  queryRows,
  replaceDocument,
  stored,
  type Document,
} from './documents.js';

interface DuePlace {
  readonly conversationId: string;
  readonly offerKey: string;
}

const pageSize = 500;

type Row = Document<Delivery> & { readonly _etag: string };

/** Finished deliveries are of use for a while, for people who ask why; then the service removes them. */
const keepSeconds = 90 * 24 * 3_600;

export function makeDeliveryStore(deliveries: Container): DeliveryStore {
  return {
    create: (delivery) => createDocument(deliveries, documentOf(delivery)),
    head: async (conversationId, offerKey) => {
      const rows = await queryRows<Row>(
        deliveries,
        {
          query:
            'SELECT TOP 1 * FROM c WHERE c.conversationId = @conversationId AND c.offerKey = @offerKey AND c.open = true ORDER BY c.rank',
          parameters: [
            { name: '@conversationId', value: conversationId },
            { name: '@offerKey', value: offerKey },
          ],
        },
        conversationId,
      );
      return rows[0] ? stored(rows[0]) : null;
    },
    replace: (before, next) =>
      replaceDocument(deliveries, next.conversationId, before.etag, documentOf(next)),
    due: async (now, most) => {
      const found = new Map<string, DuePlace>();
      const rows = deliveries.items.query<DuePlace>(
        {
          query: 'SELECT c.conversationId, c.offerKey FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt',
          parameters: [{ name: '@now', value: now }],
        },
        { maxItemCount: pageSize },
      );
      // Page by page: many that wait behind one head are not to fill the scan.
      while (found.size < most && rows.hasMoreResults()) {
        const { resources } = await rows.fetchNext();
        for (const row of resources ?? []) found.set(`${row.conversationId}\n${row.offerKey}`, row);
      }
      return [...found.values()].slice(0, most);
    },
  };
}

function documentOf(delivery: Delivery): Document<Delivery> & Record<string, unknown> {
  const { conversationId, offerKey, kind, seq, dueAt } = delivery;
  return {
    id: documentId(delivery.id),
    type: 'delivery',
    conversationId,
    offerKey,
    // A repaint comes after the post of the same event, which may already have brought the card up to date.
    rank: seq + (kind === 'repaint' ? 0.5 : 0),
    open: dueAt !== null,
    dueAt,
    ttl: keepSeconds,
    value: delivery,
  };
}
