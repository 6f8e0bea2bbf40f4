import { startChild } from '../../src/local/child.js';
import type { SimulatorOptions, SimulatorReady } from '../../src/local/simulator/start-simulator.js';
import type { Cleanup } from './cleanup.js';
import { built } from './paths.js';

/** How often each call was made, such as `GET submissions`. */
export type Calls = Readonly<Record<string, number>>;

/** The simulator in a process of its own, whose offers stand still. It ends when this process does, however. */
export async function startManyOffers(offers: number, cleanup: Cleanup): Promise<SimulatorReady> {
  const child = await startChild<SimulatorOptions, SimulatorReady>(built('local/simulator/process.js'), {
    dataDir: cleanup.folder(),
    scenario: 'many',
    offers,
    manual: true,
  });
  cleanup.add(() => child.stop());
  return child.ready;
}

export async function callsOf(url: string): Promise<Calls> {
  const response = await fetch(`${url}/_simulator/requests`);
  const { routes } = (await response.json()) as { routes: Calls };
  return routes;
}

/** What was called between two counts. */
export function callsBetween(before: Calls, after: Calls): Calls {
  return Object.fromEntries(
    Object.entries(after)
      .map(([route, count]) => [route, count - (before[route] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

export function sumOf(calls: Calls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
