import type { Container } from '@azure/cosmos';
import type { HistoryStore } from '../../ports.js';
import { createDocument } from './documents.js';

/** What was announced and what was signed; written once, never changed. */
export function makeHistoryStore(offers: Container): HistoryStore {
  const write = <T>(offerKey: string, id: string, type: string, value: T) =>
    createDocument(offers, { id, type, offerKey, value } as { id: string; type: string; value: T });
  return {
    recordEvent: (event) => write(event.offerKey, `event:${event.seq}`, 'event', event),
    recordSignOff: (offerKey, seq, signOff) =>
      write(offerKey, `signoff:${signOff.submissionId}:${seq}`, 'signoff', signOff),
  };
}
