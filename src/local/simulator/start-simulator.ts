import { randomBytes } from 'node:crypto';
import type { Running } from '../run-as-child.js';
import { beginStory } from './begin.js';
import { workspace } from './content-hub-routes.js';
import { createDispatch } from './dispatch.js';
import { createFaults } from './faults.js';
import { listen } from './http-server.js';
import { createRequestCounts } from './request-counts.js';
import type { Scenario } from './scenario.js';
import { scenarioNamed } from './scenarios.js';
import { stateFile } from './state-file.js';
import { offerKey, type SimulatorState } from './state.js';
import { clientId, tenantId } from './token-routes.js';
import { createWorld } from './world.js';

export interface SimulatorOptions {
  readonly dataDir: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Multiplies every duration; default 1. */
  readonly pace?: number;
  /** A name or a script; default 'demo'. Another one than before begins anew. */
  readonly scenario?: string | Scenario;
  /** Nothing happens by itself, only by calls and control routes; default false. */
  readonly manual?: boolean;
  readonly now?: () => number;
}

/** What a client needs to know. */
export interface SimulatorReady {
  readonly url: string;
  /** `publisherId.offerId`, in the order of the scenario. */
  readonly offers: readonly string[];
  /** Resource id of a workspace. */
  readonly workspace: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
}

const keepTimeEveryMs = 1_000;

/** Partner Center, the marketplace catalog and the content hub on one loopback port, going on where they were. */
export async function startSimulator(options: SimulatorOptions): Promise<Running<SimulatorReady>> {
  const { dataDir, port = 0, pace = 1, manual = false, now = Date.now } = options;
  const scenario =
    typeof options.scenario === 'object' ? options.scenario : scenarioNamed(options.scenario ?? 'demo');
  const file = stateFile(dataDir);
  const state = storyOf(file.load(), scenario, pace, now());
  const world = createWorld({ state, now, manual, keep: (next) => file.save(next) });
  const dispatch = createDispatch({ world, faults: createFaults(), counts: createRequestCounts() });
  const server = await listen(port, dispatch);
  const keeping = setInterval(() => world.keepTime(), keepTimeEveryMs);
  return {
    ready: {
      url: server.url,
      offers: state.offers.map((offer) => offerKey(offer)),
      workspace,
      clientId,
      clientSecret: state.clientSecret,
      tenantId,
    },
    stop: async () => {
      clearInterval(keeping);
      await server.close();
      world.keepTime();
    },
  };
}

function storyOf(
  kept: SimulatorState | undefined,
  scenario: Scenario,
  pace: number,
  now: number,
): SimulatorState {
  if (kept !== undefined && kept.scenario === scenario.name) return { ...kept, pace };
  const tokenSecret = randomBytes(32).toString('base64url');
  const clientSecret = randomBytes(24).toString('base64url');
  return beginStory(scenario, { now, pace, tokenSecret, clientSecret });
}
