import type { Offer } from '../domain/offer.js';
import {
  afterFailedRead,
  afterGoodRead,
  claimWatch,
  newWatch,
  watchAgain,
  type Watch,
} from '../domain/watch.js';
import type { Clock, Log, Random, SourceRead, StatusSource } from '../ports.js';
import type { OfferStore, Stored, WatchStore } from '../store-ports.js';
import type { makeRecordMissing, makeRecordObservation } from './record-observation.js';

interface Ports {
  readonly offers: OfferStore;
  readonly watches: WatchStore;
  readonly source: StatusSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** One cadence for every stage, or null for the stage's own. */
  readonly everySeconds: number | null;
  readonly recordObservation: ReturnType<typeof makeRecordObservation>;
  readonly recordMissing: ReturnType<typeof makeRecordMissing>;
  readonly noteSourceReads: (reads: readonly SourceRead[]) => Promise<void>;
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
    // What becomes due meanwhile is the next turn's: with many offers and a short cadence this one would never end.
    const begun = clock.now();
    const tried = new Set<string>();
    let full = true;
    while (full) {
      const due = await watches.due(begun, mostAtOnce);
      const untried = due.filter(({ value }) => !tried.has(value.offerKey));
      for (const { value } of untried) tried.add(value.offerKey);
      await Promise.all(untried.map(lookSafely));
      // Another replica may have been faster with all of these: there is more. Where the same ones come again, there is not.
      full = due.length === mostAtOnce && untried.length > 0;
    }
  };
}

function makeLook(ports: Ports) {
  const { offers, watches, clock } = ports;
  const read = makeRead(ports);
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

function makeRead({ source, clock, random, everySeconds, log, ...ports }: Ports) {
  return async function read(offer: Offer, watch: Watch): Promise<Watch> {
    const { offerKey } = offer;
    const { sighting, reads } = await source.observe(offer);
    await ports.noteSourceReads(reads);
    switch (sighting.kind) {
      case 'observed': {
        const recorded = await ports.recordObservation(offerKey, sighting.observation, watch.misses);
        const misses = recorded?.misses ?? 0;
        return afterGoodRead(watch, recorded?.offer ?? offer, clock.now(), everySeconds, random(), misses);
      }
      case 'notFound': {
        const misses = await ports.recordMissing(offerKey, watch.misses);
        return { ...afterFailedRead(watch, clock.now(), everySeconds, random()), misses };
      }
      case 'unavailable':
        log.warn({ offerKey, reason: sighting.reason }, 'an offer could not be read');
        return afterFailedRead(watch, clock.now(), everySeconds, random());
    }
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
