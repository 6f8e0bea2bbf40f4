import { refuseAccess } from './access.js';
import { apiError, type Answer, type Call } from './call.js';
import { contentHubRoutes } from './content-hub-routes.js';
import { controlRoutes, type Controlled } from './control-routes.js';
import type { Reaction } from './faults/faults.js';
import { marketplaceRoutes } from './marketplace-routes.js';
import { productsRoutes } from './products-routes.js';
import { matchRoute, type Route } from './route.js';
import { submissionsRoutes } from './submissions-routes.js';
import { tokenRoutes } from './token-routes.js';

export interface Incoming extends Omit<Call, 'params'> {
  readonly method: string;
  readonly authorization: string | undefined;
}

/** Finds the route, counts the call, and lets a waiting fault take the place of the truth. */
export function createDispatch(controlled: Controlled): (incoming: Incoming) => Reaction {
  const { world, faults, counts } = controlled;
  const control = controlRoutes(controlled);
  const api = [
    ...tokenRoutes(world),
    ...productsRoutes(world),
    ...submissionsRoutes(world),
    ...marketplaceRoutes(world),
    ...contentHubRoutes(world),
  ];
  return (incoming) => {
    const isControl = incoming.path.startsWith('/_simulator/');
    const match = matchRoute(isControl ? control : api, incoming.method, incoming.path);
    if (match === 'not found') return { answer: apiError(404, 'Not found'), delayMs: 0 };
    if (match === 'method not allowed') return { answer: apiError(405, 'Method not allowed'), delayMs: 0 };
    const { route, params } = match;
    const call = { ...incoming, params };
    const work = (): Answer => served(route, call);
    if (isControl) return { answer: work(), delayMs: 0 };
    counts.add(route.method, route.name);
    if (route.name === 'promote') countPromote(params['submissionId'] ?? '');
    return faults.react(route, call, work);
  };

  function served(route: Route, call: Call & Incoming): Answer {
    const secret = world.read().tokenSecret;
    const refusal = refuseAccess(route.access, {
      authorization: call.authorization,
      secret,
      now: world.now(),
    });
    return refusal ?? route.answer(call);
  }

  function countPromote(id: string): void {
    world.move((state) => {
      const promoteCalls = { ...state.promoteCalls, [id]: (state.promoteCalls[id] ?? 0) + 1 };
      return { state: { ...state, promoteCalls } };
    });
  }
}
