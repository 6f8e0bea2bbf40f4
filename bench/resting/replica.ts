import { makeContentHub } from '../../src/adapters/content-hub/packages.js';
import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeMarketplaceCatalog } from '../../src/adapters/marketplace/catalog.js';
import { makeIngestionClient } from '../../src/adapters/partner-center/client.js';
import { makePublishingSource } from '../../src/adapters/partner-center/source.js';
import { makeTokenSource } from '../../src/adapters/partner-center/token.js';
import type { SimulatorReady } from '../../src/local/simulator/start-simulator.js';
import type { Log, StatusSource } from '../../src/ports.js';
import { makeNoteSourceReads } from '../../src/use-cases/note-source-reads.js';
import { makePollOffers } from '../../src/use-cases/poll-offers.js';
import { makeStatusSource } from '../../src/use-cases/read-sources.js';
import { makeRecordMissing, makeRecordObservation } from '../../src/use-cases/record-observation.js';
import { makeTrackOffer } from '../../src/use-cases/track-offer.js';

interface Surroundings {
  readonly stores: Stores;
  readonly simulator: SimulatorReady;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const lateness = { timeZone: 'UTC', hubWatched: true };

/** What the bot does to follow offers, with everything real but the clock. */
export function makeReplica({ stores, simulator, now }: Surroundings) {
  const clock = { now: () => new Date(now()).toISOString() };
  const source = sourceAt(simulator, now);
  const announce = (): void => undefined;
  return {
    track: makeTrackOffer({ ...stores, source, clock, lateness, simulated: true }),
    /** Looks at every offer that is due. */
    poll: makePollOffers({
      ...stores,
      source,
      clock,
      // Jitter only ever makes the next look later: without it there are as many as there can be.
      random: () => 0,
      log: strict,
      everySeconds: null,
      recordObservation: makeRecordObservation({ ...stores, clock, lateness, announce }),
      recordMissing: makeRecordMissing({ ...stores, clock, announce }),
      noteSourceReads: makeNoteSourceReads({ ...stores, admins: 'everybody', clock, send: announce }),
    }),
  };
}

function sourceAt(simulator: SimulatorReady, now: () => number): StatusSource {
  const { url, tenantId, clientId, clientSecret, workspace } = simulator;
  const token = makeTokenSource({ authorityUrl: url, tenantId, clientId, clientSecret }, now);
  return makeStatusSource({
    publishing: makePublishingSource(makeIngestionClient(url, token)),
    marketplace: makeMarketplaceCatalog(url),
    contentHub: makeContentHub({ apiUrl: url, workspace, token }),
    clock: { now: () => new Date(now()).toISOString() },
  });
}

const fail = (fields: object, text: string): never => {
  throw new Error(`${text}: ${JSON.stringify(fields)}`);
};

/** A look that goes wrong makes the counts worthless. */
const strict: Log = { debug: () => undefined, info: () => undefined, warn: fail, error: fail };
