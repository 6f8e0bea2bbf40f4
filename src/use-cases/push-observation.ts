import { sightingOfPush, type PushedFact } from '../domain/pushed.js';
import { newWatch } from '../domain/watch.js';
import type { OfferStore, WatchStore } from '../store-ports.js';
import type { makeRecordObservation } from './record-observation.js';

interface Ports {
  readonly offers: OfferStore;
  readonly watches: WatchStore;
  readonly recordObservation: ReturnType<typeof makeRecordObservation>;
  /** Where Partner Center is read a push only wakes a read; null: it is off, and a push is a fact. */
  readonly wakeRead: ((offerKey: string) => Promise<void>) | null;
}

/** Takes what a publisher's own pipeline tells of an offer. The same fact again changes nothing. */
export function makePushObservation({ offers, watches, recordObservation, wakeRead }: Ports) {
  const isOlder = async (offerKey: string, at: string): Promise<boolean> => {
    const last = (await watches.load(offerKey))?.value.checkedAt ?? null;
    return last !== null && at < last;
  };
  const noteChecked = async (offerKey: string, at: string): Promise<void> => {
    let saved = null;
    while (saved === null) {
      const stored = await watches.load(offerKey);
      const known = stored?.value ?? newWatch(offerKey, null, at);
      if (known.checkedAt !== null && known.checkedAt >= at) return;
      saved = await watches.save(stored, { ...known, checkedAt: at, dueAt: null });
    }
  };
  return async function pushObservation(offerKey: string, fact: PushedFact): Promise<'taken' | 'notTracked'> {
    const stored = await offers.load(offerKey);
    if (!stored?.value.tracked) return 'notTracked';
    if (wakeRead !== null) {
      await wakeRead(offerKey);
      return 'taken';
    }
    // The offer remembers the last fact that changed it; the last of all stands in its watch.
    if (await isOlder(offerKey, fact.observedAt)) return 'taken';
    await recordObservation(offerKey, sightingOfPush(stored.value, fact), 0);
    await noteChecked(offerKey, fact.observedAt);
    return 'taken';
  };
}
