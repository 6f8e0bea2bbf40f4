import { noticeDelivery } from '../domain/delivery.js';
import type { Admins } from '../domain/person.js';
import {
  afterRead,
  newHealth,
  type SourceHealth,
  type SourceName,
  type SourceNotice,
} from '../domain/source-health.js';
import type { Clock, SourceRead } from '../ports.js';
import type { ConversationStore, DeliveryStore, HealthStore } from '../store-ports.js';

interface Ports {
  readonly health: HealthStore;
  readonly conversations: ConversationStore;
  readonly deliveries: DeliveryStore;
  readonly admins: Admins;
  readonly clock: Clock;
  /** Told where something is owed. */
  readonly send: (conversationId: string, about: string) => void;
}

/** How long a replica trusts what it knows of a source that answers: another one may have noted a failure since. */
const trustedMs = 60_000;

/**
 * Keeps how the sources answer, and owes admins one notice when one has been down for a while and one when it is
 * back: the deliveries are created before the turn is saved, create-only, so that it is told once by whoever.
 */
export function makeNoteSourceReads({ health, conversations, deliveries, admins, clock, send }: Ports) {
  const answering = new Map<SourceName, number>();

  const owe = async (notice: SourceNotice): Promise<void> => {
    const objectIds = admins === 'everybody' ? null : admins.map(({ objectId }) => objectId);
    for (const { conversationId } of await conversations.personalChats(objectIds)) {
      const delivery = noticeDelivery(notice, conversationId, clock.now());
      await deliveries.create(delivery);
      send(conversationId, delivery.offerKey);
    }
  };

  const note = async ({ source, good }: SourceRead): Promise<SourceHealth> => {
    for (;;) {
      const stored = await health.load(source);
      const before = stored?.value ?? newHealth(source);
      const { health: after, notice } = afterRead(before, good, clock.now());
      if (after === before) return before;
      if (notice !== null) await owe(notice);
      if (await health.save(stored, after)) return after;
    }
  };

  return async function noteSourceReads(reads: readonly SourceRead[]): Promise<void> {
    for (const read of reads) {
      const now = Date.parse(clock.now());
      const trusted = answering.get(read.source);
      if (read.good && trusted !== undefined && now - trusted < trustedMs) continue;
      const { failingSince } = await note(read);
      if (failingSince === null) answering.set(read.source, now);
      else answering.delete(read.source);
    }
  };
}
