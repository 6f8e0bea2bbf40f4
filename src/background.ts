import type { Look } from './cards/look.js';
import { makeNotifier } from './adapters/teams/notifier.js';
import type { Outside, Settings } from './app.js';
import type { StatusSource } from './ports.js';
import { makeAnnounceEvents } from './use-cases/announce-events.js';
import { makeCourier } from './use-cases/courier.js';
import { makeDeliver } from './use-cases/deliver-due.js';
import { makeCarryOnGoLive } from './use-cases/go-live.js';
import { makeHurry, makePollOffers } from './use-cases/poll-offers.js';
import { makeNoteSourceReads } from './use-cases/note-source-reads.js';
import { makePushObservation } from './use-cases/push-observation.js';
import { makeRecordMissing, makeRecordObservation } from './use-cases/record-observation.js';
import { makeSendDelivery } from './use-cases/send-delivery.js';
import { makeWorker } from './worker.js';

/** What goes on without anybody asking: looking, announcing, delivering, carrying go-lives on. */
export interface Background {
  /** Has an offer's saved events announced and delivered now. */
  announce(offerKey: string): void;
  /** Has an offer looked at now. */
  lookAgain(offerKey: string): Promise<void>;
  /** Takes what a publisher's own pipeline tells of an offer. */
  readonly pushObservation: ReturnType<typeof makePushObservation>;
  start(): void;
  /** Lets the turns and sends under way end. */
  stop(): Promise<void>;
}

const mostDeliveriesAtOnce = 64;
const mostPerScan = 100;
const recoverEveryMs = 5_000;
const longestPollScanMs = 10_000;

/** Wires the workers. Each is woken by what saved something for it, and looks for everything due all the same. */
export function makeBackground(
  outside: Outside,
  settings: Settings,
  source: StatusSource,
  looks: () => Look,
): Background {
  const { stores, publishing, clock, random, log, adapter } = outside;
  const { offers, watches, deliveries } = stores;
  const onError = (error: unknown): void => log.error({ error }, 'a worker turn failed');
  /** One offer that cannot be worked on is not to hold up those behind it. */
  const each = async (
    keys: readonly string[],
    work: (offerKey: string) => Promise<unknown>,
  ): Promise<void> => {
    for (const offerKey of keys)
      await work(offerKey).catch((error: unknown) => log.error({ offerKey, error }, 'an offer failed'));
  };

  const notifier = makeNotifier({ adapter, appId: settings.appId, looks });
  const deliver = makeDeliver({ deliveries, clock, send: makeSendDelivery({ ...stores, notifier }) });
  const courier = makeCourier({ deliver, mostAtOnce: mostDeliveriesAtOnce, log });

  const announce = (offerKey: string): void => announcer.wake(offerKey);
  const hurryWatch = makeHurry({ watches, clock });
  const hurry = async (offerKey: string): Promise<void> => {
    await hurryWatch(offerKey);
    poller.wake(offerKey);
  };

  const announceEvents = makeAnnounceEvents({ ...stores, clock, promote: settings.goLive === 'promote' });
  const announcer = makeWorker({
    everyMs: recoverEveryMs,
    onError,
    task: async (hints) => {
      const keys = hints.length > 0 ? hints : await offers.withPendingEvents(clock.now(), mostPerScan);
      await each(keys, async (offerKey) => {
        const places = await announceEvents(offerKey);
        for (const conversationId of places) courier.send(conversationId, offerKey);
        goLiver.wake(offerKey);
      });
    },
  });
  const recoverer = makeWorker({
    everyMs: recoverEveryMs,
    onError,
    task: async () => {
      const due = await deliveries.due(clock.now(), mostPerScan);
      for (const { conversationId, offerKey } of due) courier.send(conversationId, offerKey);
    },
  });
  const carryOn = makeCarryOnGoLive({ offers, source, publisher: publishing, clock, log, announce, hurry });
  const goLiver = makeWorker({
    everyMs: recoverEveryMs,
    onError,
    task: async (hints) => {
      const keys = hints.length > 0 ? hints : await offers.withGoLiveDue(clock.now(), mostPerScan);
      await each(keys, carryOn);
    },
  });
  const everySeconds = settings.pollSeconds;
  const recordObservation = makeRecordObservation({ offers, clock, lateness: settings, announce });
  const poller = makeWorker({
    everyMs: Math.min((everySeconds ?? Infinity) * 1_000, longestPollScanMs),
    onError,
    task: makePollOffers({
      offers,
      watches,
      source,
      clock,
      random,
      log,
      everySeconds,
      recordObservation,
      recordMissing: makeRecordMissing({ offers, clock, announce }),
      noteSourceReads: makeNoteSourceReads({
        ...stores,
        admins: settings.admins,
        clock,
        send: (conversationId, about) => courier.send(conversationId, about),
      }),
    }),
  });
  const pushObservation = makePushObservation({
    offers,
    watches,
    recordObservation,
    wakeRead: settings.reads ? hurry : null,
  });

  const workers = [announcer, recoverer, goLiver, ...(settings.reads ? [poller] : [])];
  return {
    announce,
    lookAgain: hurry,
    pushObservation,
    start: () => {
      for (const worker of workers) worker.start();
    },
    stop: async () => {
      courier.stop();
      await Promise.all([...workers.map((worker) => worker.stop()), courier.idle()]);
    },
  };
}
