import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../src/adapters/cosmos/stores.js';
import { makeCloudAdapter } from '../../src/adapters/teams/cloud-adapter.js';
import { createApp, type Outside, type Settings } from '../../src/app.js';
import type { Person } from '../../src/domain/person.js';
import { makeLogger } from '../../src/logger.js';
import { startSimulator, type SimulatorReady } from '../../src/local/simulator/start-simulator.js';
import { reach } from '../../src/sources.js';
import { startFakeConnector, type FakeConnector } from './fake-connector.js';
import { openTestStores } from './stores.js';
import { activityFrom, type Place } from './teams-people.js';

export const contoso = 'contoso.azure-sentinel-solution-contoso';
export const fabrikam = 'fabrikam.azure-sentinel-solution-fabrikam';

/** The answer to an activity, as the channel gets it. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The body of an invoke's answer. */
  readonly body: { readonly statusCode?: number; readonly type?: string; readonly value?: unknown } | null;
}

/** The whole app over HTTP: the real bot, store and Partner Center client; the simulator's story stands still unless moved. */
export interface Rig {
  readonly address: string;
  readonly connector: FakeConnector;
  readonly simulator: SimulatorReady;
  readonly stores: Stores;
  /** Posts any body to the messages endpoint. */
  post(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  say(sender: Person, place: Place, text: string): Promise<Answer>;
  /** Presses a card's button with Action.Execute. */
  press(
    sender: Person,
    place: Place,
    data: Readonly<Record<string, unknown>>,
    replyToId?: string,
  ): Promise<Answer>;
  /** Moves an offer of the simulator on by one stage. */
  advance(offerKey: string): Promise<void>;
  /** A new preview submission in Partner Center. */
  resubmit(offerKey: string): Promise<void>;
  /** How often Partner Center was asked to promote each submission. */
  promotes(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** @param clock by default the real one. */
export async function startRig(
  overrides: Partial<Settings> = {},
  clock: Outside['clock'] = { now: () => new Date().toISOString() },
): Promise<Rig> {
  const dataDir = await mkdtemp(join(tmpdir(), 'offerwatch-journey-'));
  const [stores, connector, simulator] = await Promise.all([
    openTestStores(),
    startFakeConnector(),
    startSimulator({ dataDir, manual: true }),
  ]);
  const { url, workspace, clientId, clientSecret, tenantId, offers } = simulator.ready;
  const log = makeLogger('silent');
  const credentials = { authorityUrl: url, tenantId, clientId, clientSecret };
  const sources = { apiUrl: url, credentials, catalogUrl: url, sentinelUrl: url, workspace };
  const app = createApp(
    {
      stores,
      ...reach(overrides.reads === false ? null : sources),
      adapter: makeCloudAdapter(null, log),
      clock,
      random: () => 0,
      log,
    },
    {
      appId: '',
      admins: 'everybody',
      allowedTenants: null,
      goLive: 'promote',
      pollSeconds: 0.1,
      timeZone: 'UTC',
      hubWatched: true,
      simulated: true,
      reads: true,
      webhookSecrets: null,
      trackAtStart: offers,
      ...overrides,
    },
  );
  await new Promise<void>((resolve) => app.server.listen(0, '127.0.0.1', resolve));
  await app.start();
  const address = `http://127.0.0.1:${app.server.address().port}`;

  const control = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${url}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the simulator refused ${path}: ${await response.text()}`);
  };
  const post: Rig['post'] = async (body, headers = {}) => {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: jsonOrNull(text) };
  };
  return {
    address,
    connector,
    simulator: simulator.ready,
    stores,
    post,
    say: (sender, place, text) => post(activityFrom(sender, place, connector.url, { text })),
    press: (sender, place, data, replyToId = 'card') =>
      post(
        activityFrom(sender, place, connector.url, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId,
          value: { action: { type: 'Action.Execute', verb: data['verb'], data }, trigger: 'manual' },
        }),
      ),
    advance: (offerId) => control('advance', { offerId }),
    resubmit: (offerId) => control('resubmit', { offerId }),
    promotes: async () => {
      const counted = await fetch(`${url}/_simulator/requests`);
      return ((await counted.json()) as { promotes: Record<string, number> }).promotes;
    },
    stop: async () => {
      app.server.close();
      app.server.server.closeAllConnections();
      await app.stop();
      await Promise.all([connector.close(), simulator.stop()]);
      await rm(dataDir, { recursive: true });
    },
  };
}

function jsonOrNull(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return null;
  }
}
