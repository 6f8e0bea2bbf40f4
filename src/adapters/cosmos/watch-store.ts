import type { Container } from '@azure/cosmos';
import type { Watch } from '../../domain/watch.js';
import type { Stored, WatchStore } from '../../store-ports.js';
import { createDocument, queryRows, readDocument, replaceDocument, type Document } from './documents.js';

const documentIdOfWatch = 'poll';

export function makeWatchStore(offers: Container): WatchStore {
  return {
    load: (offerKey) => readDocument<Watch>(offers, documentIdOfWatch, offerKey),
    save: async (stored, next) =>
      stored === null
        ? createWatch(offers, next)
        : replaceDocument(offers, next.offerKey, stored.etag, documentOf(next)),
    due: async (now, most) => {
      const rows = await queryRows<{ value: Watch; etag: string }>(offers, {
        query: `SELECT TOP ${most} c["value"], c._etag AS etag FROM c WHERE c.type = 'poll' AND c.dueAt <= @now ORDER BY c.dueAt`,
        parameters: [{ name: '@now', value: now }],
      });
      return rows.map(({ value, etag }): Stored<Watch> => ({ value, etag }));
    },
  };
}

async function createWatch(offers: Container, watch: Watch): Promise<Stored<Watch> | null> {
  const created = await createDocument(offers, documentOf(watch));
  return created === 'created' ? readDocument<Watch>(offers, documentIdOfWatch, watch.offerKey) : null;
}

function documentOf(watch: Watch): Document<Watch> & Record<string, unknown> {
  return { id: documentIdOfWatch, type: 'poll', offerKey: watch.offerKey, dueAt: watch.dueAt, value: watch };
}
