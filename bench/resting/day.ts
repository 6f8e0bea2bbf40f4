import { openStores } from '../../src/adapters/cosmos/stores.js';
import { parseOfferKey } from '../../src/domain/offer.js';
import { positionOf } from '../../src/domain/stage.js';
import type { EmbeddedCosmos } from '../../src/local/cosmos/start-embedded-cosmos.js';
import { day } from '../../src/local/simulator/scenario.js';
import { startSimulator, type SimulatorReady } from '../../src/local/simulator/start-simulator.js';
import type { Cleanup } from '../support/cleanup.js';
import { callsBetween, callsOf, type Calls } from '../support/simulator.js';
import { makeReplica } from './replica.js';
import { scriptOf, type Standing } from './standings.js';

export interface Day {
  readonly looks: number;
  readonly calls: Calls;
}

/** More than the shortest cadence of a few minutes can make of a day. */
const mostLooks = 2_000;

/** Follows one offer through a day in which it stands still, as fast as the machine can. */
export async function followForADay(
  standing: Standing,
  store: EmbeddedCosmos,
  cleanup: Cleanup,
): Promise<Day> {
  let now = Date.parse('2026-03-02T14:00:00Z');
  const simulator = await startSimulator({
    dataDir: cleanup.folder(),
    scenario: { name: standing.name, offers: [scriptOf(standing)] },
    manual: true,
    now: () => now,
  });
  cleanup.add(() => simulator.stop());
  const { ready } = simulator;
  const stores = await openStores({ ...store, database: standing.name.replaceAll(' ', '-') });
  cleanup.add(() => stores.dispose());
  const [offerKey = ''] = ready.offers;
  if (standing.fails) await letFail(ready, offerKey);

  const { track, poll } = makeReplica({ stores, simulator: ready, now: () => now });
  const key = parseOfferKey(offerKey);
  const tracked = key && (await track(key));
  if (tracked?.kind !== 'tracked') throw new Error(`not tracked: ${standing.name}`);
  // The first look comes at once and learns what need not be asked again.
  await poll();

  const end = now + day;
  const before = await callsOf(ready.url);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const dueAt = Date.parse((await stores.watches.load(offerKey))?.value.dueAt ?? '');
    if (!(dueAt <= end)) {
      checkStanding(standing, (await stores.offers.load(offerKey))?.value.current?.stages ?? []);
      return { looks, calls: callsBetween(before, await callsOf(ready.url)) };
    }
    now = dueAt;
    await poll();
  }
  throw new Error(`more than ${mostLooks} looks a day: ${standing.name}`);
}

async function letFail({ url }: SimulatorReady, offerId: string): Promise<void> {
  const body = JSON.stringify({ offerId, outcome: 'failed' });
  const response = await fetch(`${url}/_simulator/advance`, { method: 'POST', body });
  if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
}

/** The count is of another standing if the bot sees it elsewhere. */
function checkStanding(standing: Standing, stages: Parameters<typeof positionOf>[0]): void {
  const { stage, status } = positionOf(stages);
  if (stage !== standing.stage || status !== standing.status)
    throw new Error(`${standing.name} is seen as ${stage} ${status}`);
}
