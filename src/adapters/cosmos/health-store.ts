import type { Container } from '@azure/cosmos';
import type { SourceHealth, SourceName } from '../../domain/source-health.js';
import type { HealthStore } from '../../store-ports.js';
import { createDocument, readDocument, replaceDocument, type Document } from './documents.js';

const documentIdOfHealth = 'health';

/** Kept among the offers, in a partition of its own for each source: no offer key has a colon. */
export function makeHealthStore(offers: Container): HealthStore {
  return {
    load: (source) => readDocument<SourceHealth>(offers, documentIdOfHealth, partitionOf(source)),
    save: async (stored, next) =>
      stored === null
        ? (await createDocument(offers, documentOf(next))) === 'created'
        : (await replaceDocument(offers, partitionOf(next.source), stored.etag, documentOf(next))) !== null,
  };
}

function partitionOf(source: SourceName): string {
  return `source:${source}`;
}

function documentOf(health: SourceHealth): Document<SourceHealth> & Record<string, unknown> {
  return { id: documentIdOfHealth, type: 'health', offerKey: partitionOf(health.source), value: health };
}
