import type { Container } from '@azure/cosmos';
import type { HistoryStore } from '../../store-ports.js';
import { createDocument, type Document } from './documents.js';

/** What was announced and what was signed; written once, never changed. */
export function makeHistoryStore(offers: Container): HistoryStore {
  const write = (offerKey: string, id: string, type: string, value: unknown) =>
    createDocument(offers, { id, type, offerKey, value } as Document<unknown>);
  return {
    recordEvent: (event) => write(event.offerKey, `event:${event.seq}`, 'event', event),
    recordSignOff: (offerKey, seq, signOff) =>
      write(offerKey, `signoff:${signOff.submissionId}:${seq}`, 'signoff', signOff),
  };
}
