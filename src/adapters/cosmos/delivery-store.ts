import type { Container } from '@azure/cosmos';
import type { Delivery } from '../../domain/delivery.js';
import type { DeliveryStore } from '../../ports.js';
import {
  createDocument,
  documentId,
  queryRows,
  replaceDocument,
  stored,
  type Document,
} from './documents.js';

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
            'SELECT TOP 1 * FROM c WHERE c.conversationId = @conversationId AND c.offerKey = @offerKey AND c.open = true ORDER BY c.seq',
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
      const rows = await queryRows<{ conversationId: string; offerKey: string }>(deliveries, {
        query: `SELECT TOP ${most} c.conversationId, c.offerKey FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt`,
        parameters: [{ name: '@now', value: now }],
      });
      return [...new Map(rows.map((row) => [`${row.conversationId}\n${row.offerKey}`, row])).values()];
    },
  };
}

function documentOf(delivery: Delivery): Document<Delivery> & Record<string, unknown> {
  const { conversationId, offerKey, event, dueAt } = delivery;
  return {
    id: documentId(delivery.id),
    type: 'delivery',
    conversationId,
    offerKey,
    seq: event.seq,
    open: dueAt !== null,
    dueAt,
    ttl: keepSeconds,
    value: delivery,
  };
}
