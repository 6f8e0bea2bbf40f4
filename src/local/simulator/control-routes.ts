import { ok } from './call.js';
import { controlRoute } from './control-route.js';
import { faultControl } from './fault-control.js';
import type { Faults } from './faults/faults.js';
import { offerControl } from './offer-control.js';
import type { RequestCounts } from './request-counts.js';
import type { Route } from './route.js';
import { scenarios } from './scenarios/all.js';
import type { World } from './world.js';

export interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  readonly counts: RequestCounts;
}

/** Routes for tests and for showing things: no part of any of the three APIs, not counted, never faulty. */
export function controlRoutes({ world, faults, counts }: Controlled): readonly Route[] {
  return [
    ...offerControl(world),
    ...faultControl(faults),
    controlRoute('GET', 'scenarios', () =>
      ok({ scenarios: scenarios.map(({ name, description }) => ({ name, description })) }),
    ),
    controlRoute('GET', 'requests', () => ok({ routes: counts.all(), promotes: world.read().promoteCalls })),
    controlRoute('DELETE', 'requests', () => {
      counts.clear();
      return { status: 204 };
    }),
  ];
}
