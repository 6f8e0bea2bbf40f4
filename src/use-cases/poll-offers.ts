import type { Offer } from '../domain/offer.js';
import {
  afterFailedRead,
  afterGoodRead,
  claimWatch,
  newWatch,
  watchAgain,
  type Watch,
} from '../domain/watch.js';
import type { Clock, Log, OfferStore, Random, StatusSource, Stored, WatchStore } from '../ports.js';
import { makeRecordObservation } from './record-observation.js';

interface Ports {
  readonly offers: OfferStore;
  readonly watches: WatchStore;
  readonly source: StatusSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** One cadence for every stage, or null for the stage's own. */
  readonly everySeconds: number | null;
  /** Told when an offer has something to announce. */
  readonly announce: (offerKey: string) => void;
}

const mostAtOnce = 20;

/** Looks at every offer that is due and unclaimed; a failure of one is nobody else's. */
export function makePollOffers(ports: Ports) {
  const { watches, clock, log } = ports;
  const look = makeLook(ports);
  const lookSafely = async (stored: Stored<Watch>): Promise<void> => {
    try {
      await look(stored);
    } catch (error) {
      log.error({ offerKey: stored.value.offerKey, error }, 'polling an offer failed');
    }
  };
  return async function pollOffers(): Promise<void> {
    const due = await watches.due(clock.now(), mostAtOnce);
    await Promise.all(due.map(lookSafely));
  };
}

function makeLook({ offers, watches, source, clock, random, everySeconds, announce, log }: Ports) {
  const recordObservation = makeRecordObservation({ offers });
  const read = async (offer: Offer, watch: Watch): Promise<Watch> => {
    const reading = await source.observe(offer);
    if (reading.kind !== 'observed') {
      log.warn({ offerKey: offer.offerKey, reading: reading.kind }, 'an offer could not be read');
      return afterFailedRead(watch, clock.now(), everySeconds, random());
    }
    const recorded = await recordObservation(offer.offerKey, reading.observation);
    if (recorded !== null && recorded.events.length > 0) announce(offer.offerKey);
    return afterGoodRead(watch, recorded?.offer ?? offer, clock.now(), everySeconds, random());
  };
  return async function look(stored: Stored<Watch>): Promise<void> {
    const claimed = claimWatch(stored.value, clock.now());
    const lease = claimed && (await watches.save(stored, claimed));
    if (lease === null) return;
    const offer = await offers.load(lease.value.offerKey);
    const next = offer?.value.tracked
      ? await read(offer.value, lease.value)
      : { ...lease.value, dueAt: null };
    await watches.save(lease, next);
  };
}

/** Makes an offer due now, whatever the last look left behind. @param checkedAt when it is the first watch. */
export function makeHurry({ watches, clock }: Pick<Ports, 'watches' | 'clock'>) {
  return async function hurry(offerKey: string, checkedAt: string | null = null): Promise<void> {
    let saved: Stored<Watch> | null = null;
    while (saved === null) {
      const stored = await watches.load(offerKey);
      const now = clock.now();
      saved = await watches.save(
        stored,
        stored === null ? newWatch(offerKey, checkedAt, now) : watchAgain(stored.value, now),
      );
    }
  };
}
