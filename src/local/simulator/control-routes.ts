import { z } from 'zod';
import { apiError, ok, type Answer, type Call } from './call.js';
import { inCatalog, inHub } from './availability.js';
import { faultSchema, type Faults } from './faults.js';
import { advance, submit, type Move } from './moves.js';
import { productId } from './packages.js';
import { phases } from './phase.js';
import type { RequestCounts } from './request-counts.js';
import { path, type Route } from './route.js';
import { offerKey, type Offer, type SimulatorState } from './state.js';
import { standingOf } from './submission-answer.js';
import type { World } from './world.js';

export interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  readonly counts: RequestCounts;
}

const advanceSchema = z.strictObject({
  offerId: z.string(),
  to: z.enum(phases).optional(),
  outcome: z.enum(['succeeded', 'failed']).optional(),
});
const resubmitSchema = z.strictObject({
  offerId: z.string(),
  version: z.string().optional(),
  autoPromote: z.boolean().optional(),
});

/** Routes for tests and for showing things: no part of any of the three APIs, not counted, never faulty. */
export function controlRoutes({ world, faults, counts }: Controlled): readonly Route[] {
  const route = (method: Route['method'], name: string, answer: Route['answer']): Route => ({
    name,
    method,
    path: path(`/_simulator/${name}`),
    access: 'open',
    answer,
  });
  const state = (): Answer => ok(overview(world.read()));
  return [
    route('GET', 'state', state),
    route('POST', 'advance', (call) =>
      withBody(call, advanceSchema, ({ offerId, to, outcome }) =>
        moved(world, offerId, (current, key, now) => advance(current, key, now, { to, outcome })),
      ),
    ),
    route('POST', 'resubmit', (call) =>
      withBody(call, resubmitSchema, ({ offerId, version, autoPromote = false }) =>
        moved(world, offerId, (current, key, now) =>
          submit(current, key, now, { autoPromote, ...(version !== undefined && { version }) }),
        ),
      ),
    ),
    route('GET', 'requests', () => ok({ routes: counts.all(), promotes: world.read().promoteCalls })),
    route('DELETE', 'requests', () => {
      counts.clear();
      return { status: 204 };
    }),
    route('POST', 'faults', (call) =>
      withBody(call, faultSchema, (fault) => {
        faults.add(fault);
        return { status: 204 };
      }),
    ),
    route('DELETE', 'faults', () => {
      faults.clear();
      return { status: 204 };
    }),
  ];
}

function withBody<Body>(call: Call, schema: z.ZodType<Body>, answer: (body: Body) => Answer): Answer {
  let json: unknown;
  try {
    json = JSON.parse(call.body);
  } catch {
    return apiError(400, 'The body is not JSON.');
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? answer(parsed.data) : apiError(400, z.prettifyError(parsed.error));
}

/** The offer by its id or its key; answers with how that offer stands afterwards. */
function moved(
  world: World,
  named: string,
  decide: (state: SimulatorState, key: string, now: number) => Move,
): Answer {
  const find = (): Offer | undefined =>
    world.read().offers.find((each) => each.offerId === named || offerKey(each) === named);
  const offer = find();
  if (offer === undefined) return apiError(404, `No offer is called ${named}.`);
  const refused = world.move((state, now) => decide(state, offerKey(offer), now));
  return refused === undefined ? ok(offerOverview(find() ?? offer)) : apiError(409, refused);
}

function overview({ scenario, pace, offers }: SimulatorState) {
  return { scenario, pace, offers: offers.map((offer) => offerOverview(offer)) };
}

function offerOverview(offer: Offer) {
  return {
    offerKey: offerKey(offer),
    offerId: offer.offerId,
    name: offer.name,
    productId: productId(offer),
    resubmitAt: offer.resubmitAt,
    catalogVersion: inCatalog(offer)?.run.version ?? null,
    hubVersion: inHub(offer)?.run.version ?? null,
    submissions: offer.submissions.map((each) => ({
      id: each.id,
      releaseNumber: each.releaseNumber,
      version: each.run.version,
      phase: each.phase,
      ...standingOf(each),
      entered: each.entered,
      dueAt: each.dueAt,
    })),
  };
}
