import { randomBytes } from 'node:crypto';
import type { Running } from '../run-as-child.js';
import { beginStory } from './begin.js';
import { workspace } from './content-hub-routes.js';
import { createDispatch } from './dispatch.js';
import { fault } from './faults/asked-fault.js';
import { createFaults } from './faults/faults.js';
import { listen } from './http-server.js';
import { createKeeper } from './keeper.js';
import { createRequestCounts } from './request-counts.js';
import type { Scenario } from './scenario.js';
import { scenarioNamed } from './scenarios/all.js';
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
  /** How many offers there are in the scenario 'many'; default 500. */
  readonly offers?: number;
  /** Names of faults that last until they are removed. */
  readonly faults?: readonly string[];
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

/**
 * Partner Center, the marketplace catalog and the content hub on one loopback port, going on where they were.
 * @throws Error when there is no such scenario or fault, when the port is taken, or when the data is not ours.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Running<SimulatorReady>> {
  const { dataDir, port = 0, pace = 1, manual = false, now = Date.now } = options;
  const faults = createFaults();
  for (const name of options.faults ?? []) faults.add(fault(name));
  const file = stateFile(dataDir);
  const state = storyOf(file.load(), scenarioOf(options), pace, now());
  const keeper = createKeeper(file);
  const world = createWorld({ state, now, manual, keep: (next) => keeper.keep(next) });
  const dispatch = createDispatch({ world, faults, counts: createRequestCounts() });
  await keeper.kept();
  const server = await listen(port, async (incoming) => {
    const reaction = dispatch(incoming);
    // Nobody is told what a kill could still undo.
    await keeper.kept();
    return reaction;
  });
  const keepTime = (): void => {
    world.read();
    keeper.keepTime(now());
  };
  const keeping = setInterval(keepTime, keepTimeEveryMs);
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
      keepTime();
    },
  };
}

function scenarioOf({ scenario = 'demo', offers }: SimulatorOptions): Scenario {
  return typeof scenario === 'object' ? scenario : scenarioNamed(scenario, offers);
}

/** Goes on with what was kept, if it is of the same scenario and of as many offers. */
function storyOf(
  kept: SimulatorState | undefined,
  scenario: Scenario,
  pace: number,
  now: number,
): SimulatorState {
  if (kept?.scenario === scenario.name && kept.offers.length === scenario.offers.length) {
    return { ...kept, pace };
  }
  const tokenSecret = randomBytes(32).toString('base64url');
  const clientSecret = randomBytes(24).toString('base64url');
  return beginStory(scenario, { now, pace, tokenSecret, clientSecret });
}
