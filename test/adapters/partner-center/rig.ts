import { makeOutbound } from '../../../src/adapters/outbound.js';
import { makeIngestionClient, type IngestionClient } from '../../../src/adapters/partner-center/client.js';
import { makePublishingSource } from '../../../src/adapters/partner-center/source.js';
import { makeTokenSource, type TokenSource } from '../../../src/adapters/partner-center/token.js';
import { positionOf } from '../../../src/domain/stage.js';
import type { OfferToRead, Publishing, Reading } from '../../../src/ports.js';
import { Rig } from '../../local/simulator/rig.js';

/** Partner Center as it stands still in the simulator, and the real client in front of it. */
export interface PartnerCenterRig {
  readonly simulator: Rig;
  readonly tokens: TokenSource;
  readonly client: IngestionClient;
  readonly source: ReturnType<typeof makePublishingSource>;
  /** A fault in place of the next answers of a route. */
  fault(route: string, fault: object): Promise<void>;
  /** How often a route was called, such as `GET submissions`. */
  asked(route: string): Promise<number>;
  forgetRequests(): Promise<void>;
}

/** @param retries how often what may be repeated is; the waits before take no time. */
export async function startPartnerCenter(scenario?: string, retries = 0): Promise<PartnerCenterRig> {
  const simulator = await Rig.start({ manual: true, ...(scenario !== undefined && { scenario }) });
  const { url: authorityUrl, tenantId, clientId, clientSecret } = simulator.ready;
  const tokens = makeTokenSource(
    { authorityUrl, tenantId, clientId, clientSecret },
    () => simulator.now,
    quick('entra', retries),
  );
  const client = makeIngestionClient(simulator.ready.url, tokens, quick('partner-center', retries));
  return {
    simulator,
    tokens,
    client,
    source: makePublishingSource(client),
    fault: async (route, fault) => {
      const reply = await simulator.control('faults', { route, ...fault });
      if (reply.status !== 204) throw new Error(`the simulator knows no such fault: ${reply.text}`);
    },
    asked: async (route) => {
      const { routes } = (await simulator.control('requests')).json() as { routes: Record<string, number> };
      return routes[route] ?? 0;
    },
    forgetRequests: async () => {
      await simulator.control('requests', undefined, 'DELETE');
    },
  };
}

/** The way to a service, without waits and without a breaker that a test would notice. */
export function quick(service: string, retries = 0) {
  const breaker = { failures: 1_000, halfOpenAfterMs: 0 };
  return makeOutbound({ service, retries, breaker, backoff: { firstMs: 0, longestMs: 0 } });
}

/** What became known of an offer by a read, as it is given to the next one. */
export function knownFrom(reading: Reading<Publishing>): Partial<OfferToRead> {
  if (reading.kind !== 'read') throw new Error(`not read: ${reading.kind}`);
  const { productId, name, submissions } = reading.value;
  const [current = null, live = null] = submissions;
  return { productId, name, current, live };
}

/** An offer of which nothing but its key is known. */
export function unread(offerKey: string): OfferToRead {
  const offerId = offerKey.slice(offerKey.indexOf('.') + 1);
  return { offerKey, offerId, name: offerId, productId: null, current: null, live: null };
}

/** Each submission that was read, as `release version stage status`. */
export function lines(reading: Reading<Publishing>): readonly string[] | Reading<Publishing> {
  if (reading.kind !== 'read') return reading;
  return reading.value.submissions.map(({ releaseNumber, version, stages }) => {
    const { stage, status } = positionOf(stages);
    return `${releaseNumber} ${version} ${stage} ${status}`;
  });
}
