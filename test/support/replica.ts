import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { LatenessRule } from '../../src/domain/lateness.js';
import type { Admins } from '../../src/domain/person.js';
import type { Clock, Notifier, PublishingSource } from '../../src/ports.js';
import { makeAnnounceEvents } from '../../src/use-cases/announce-events.js';
import { makeDeliver } from '../../src/use-cases/deliver-due.js';
import { makeNoteSourceReads } from '../../src/use-cases/note-source-reads.js';
import { makePollOffers } from '../../src/use-cases/poll-offers.js';
import { makeRecordMissing, makeRecordObservation } from '../../src/use-cases/record-observation.js';
import { makeSendDelivery } from '../../src/use-cases/send-delivery.js';
import { FakeCatalogs, sourceOf } from './fake-catalogs.js';
import { FakeNotifier } from './fake-notifier.js';
import { RecordingLog } from './recording-log.js';

/** Late is judged in UTC, and the content hub is watched. */
export const lateness: LatenessRule = { timeZone: 'UTC', hubWatched: true };

export interface Surroundings {
  readonly stores: Stores;
  readonly publishing: PublishingSource;
  readonly clock: Clock;
  readonly catalogs?: Pick<FakeCatalogs, 'marketplace' | 'contentHub'>;
  readonly notifier?: Notifier;
  readonly admins?: Admins;
  readonly everySeconds?: number | null;
}

const mostPerScan = 1_000;

/** What one process of several does in the background, step by step; what it only had in mind ends with it. */
export class Replica {
  readonly log = new RecordingLog();
  /** Offers that it was told have something to announce. */
  readonly announced: string[] = [];
  readonly notes: ReturnType<typeof makeNoteSourceReads>;
  readonly recordObservation: ReturnType<typeof makeRecordObservation>;
  /** One turn: looks at every offer that is due. */
  readonly poll: ReturnType<typeof makePollOffers>;
  /** Announces what is pending of an offer. */
  readonly announce: ReturnType<typeof makeAnnounceEvents>;
  private readonly deliver: ReturnType<typeof makeDeliver>;

  constructor(private readonly around: Surroundings) {
    const { stores, publishing, clock, catalogs = new FakeCatalogs() } = around;
    const { notifier = new FakeNotifier(), admins = 'everybody', everySeconds = null } = around;
    const announce = (offerKey: string): void => void this.announced.push(offerKey);
    this.notes = makeNoteSourceReads({ ...stores, admins, clock, send: () => undefined });
    this.recordObservation = makeRecordObservation({ ...stores, clock, lateness, announce });
    this.poll = makePollOffers({
      ...stores,
      source: sourceOf(publishing, clock, catalogs),
      clock,
      random: () => 0,
      log: this.log,
      everySeconds,
      recordObservation: this.recordObservation,
      recordMissing: makeRecordMissing({ ...stores, clock, announce }),
      noteSourceReads: this.notes,
    });
    this.announce = makeAnnounceEvents({ ...stores, clock, promote: false });
    this.deliver = makeDeliver({ ...stores, clock, send: makeSendDelivery({ ...stores, notifier }) });
  }

  /** Announces what is pending anywhere and sends what is owed anywhere, as the scans do that recover. */
  async tell(): Promise<void> {
    const { stores, clock } = this.around;
    for (const offerKey of await stores.offers.withPendingEvents(clock.now(), mostPerScan))
      await this.announce(offerKey);
    for (const { conversationId, offerKey } of await stores.deliveries.due(clock.now(), mostPerScan))
      await this.deliver(conversationId, offerKey);
  }
}
