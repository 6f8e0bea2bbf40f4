import type { Stores } from '../../src/adapters/cosmos/stores.js';
import type { Offer } from '../../src/domain/offer.js';
import type { GoLive } from '../../src/domain/go-live-state.js';
import type { OfferStore } from '../../src/store-ports.js';
import { makeCarryOnGoLive } from '../../src/use-cases/go-live.js';
import { offerAt, t0 } from './build.js';
import { sourceOf } from './fake-catalogs.js';
import { FakePublishing } from './fake-publishing.js';
import { ManualClock } from './manual-clock.js';
import { loaded } from './presses.js';
import { RecordingLog } from './recording-log.js';
import { signOffOf } from './told.js';

const waiting = offerAt('publisherApproval', 'waiting');

/** A signed offer whose go-live is in the given state and due. */
export function goingLive(goLive: Partial<GoLive> = {}, overrides: Partial<Offer> = {}): Offer {
  const signOff = signOffOf(waiting);
  const { submissionId } = signOff;
  return {
    ...waiting,
    signOff,
    goLive: { submissionId, state: 'recorded', dueAt: t0, since: t0, goodReads: 0, ...goLive },
    ...overrides,
  };
}

/** What carrying on a go-live needs, and what came of it. */
export class GoLiveRig {
  readonly partnerCenter = new FakePublishing();
  readonly clock = new ManualClock();
  readonly announced: string[] = [];
  readonly hurried: string[] = [];
  readonly log = new RecordingLog();

  constructor(readonly stores: Stores) {}

  /** A replica of its own; `offers` may be a store that something happens to. */
  replica(offers: OfferStore = this.stores.offers): () => ReturnType<ReturnType<typeof makeCarryOnGoLive>> {
    const { partnerCenter, clock, log } = this;
    const carryOn = makeCarryOnGoLive({
      offers,
      source: sourceOf(partnerCenter, clock),
      publisher: partnerCenter,
      clock,
      log,
      announce: (offerKey) => void this.announced.push(offerKey),
      hurry: async (offerKey) => void this.hurried.push(offerKey),
    });
    return () => carryOn(waiting.offerKey);
  }

  async saved(): Promise<Offer> {
    return (await loaded(this.stores.offers, waiting.offerKey)).value;
  }
}
