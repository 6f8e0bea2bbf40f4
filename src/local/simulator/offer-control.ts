import { z } from 'zod';
import { apiError, ok, type Answer, type Call } from './call.js';
import { controlRoute, withBody } from './control-route.js';
import { advance, cancel, remove, submit, type Move } from './moves.js';
import { offerOverview, overview } from './overview.js';
import { phases } from './phase.js';
import type { Route } from './route.js';
import { newest, offerKey, type Offer, type SimulatorState } from './state.js';
import type { World } from './world.js';

const offerSchema = z.strictObject({ offerId: z.string() });
const advanceSchema = offerSchema.extend({
  to: z.enum(phases).optional(),
  outcome: z.enum(['succeeded', 'failed']).optional(),
});
const resubmitSchema = offerSchema.extend({
  version: z.string().optional(),
  autoPromote: z.boolean().optional(),
});

/** Offers, shown and moved by hand: what publishers and Microsoft do in Partner Center. */
export function offerControl(world: World): readonly Route[] {
  return [
    controlRoute('GET', 'state', (call) => state(world, call)),
    controlRoute(
      'POST',
      'advance',
      withBody(advanceSchema, ({ offerId, to, outcome }) =>
        moved(world, offerId, (current, offer, now) =>
          advance(current, offerKey(offer), now, { to, outcome }),
        ),
      ),
    ),
    controlRoute(
      'POST',
      'resubmit',
      withBody(resubmitSchema, ({ offerId, version, autoPromote }) =>
        moved(world, offerId, (current, offer, now) =>
          submit(current, offerKey(offer), now, {
            ...(version !== undefined && { version }),
            ...(autoPromote !== undefined && { autoPromote }),
          }),
        ),
      ),
    ),
    controlRoute(
      'POST',
      'cancel',
      withBody(offerSchema, ({ offerId }) =>
        moved(world, offerId, (current, offer) => cancel(current, offerKey(offer), newest(offer)?.id ?? '')),
      ),
    ),
    controlRoute(
      'POST',
      'delete',
      withBody(offerSchema, ({ offerId }) =>
        moved(world, offerId, (current, offer) => remove(current, offerKey(offer))),
      ),
    ),
  ];
}

function state(world: World, call: Call): Answer {
  const named = call.query.get('offerId');
  if (named === null) return ok(overview(world.read()));
  const offer = find(world, named);
  return offer === undefined ? noSuchOffer(named) : ok(offerOverview(offer));
}

/** Answers with how the offer stands afterwards. */
function moved(
  world: World,
  named: string,
  decide: (state: SimulatorState, offer: Offer, now: number) => Move,
): Answer {
  const offer = find(world, named);
  if (offer === undefined) return noSuchOffer(named);
  const refused = world.move((current, now) => decide(current, offer, now));
  return refused === undefined ? ok(offerOverview(find(world, named) ?? offer)) : apiError(409, refused);
}

/** The offer by its id or its key. */
function find(world: World, named: string): Offer | undefined {
  return world.find('offerKey', named)[0] ?? world.find('offerId', named)[0];
}

function noSuchOffer(named: string): Answer {
  return apiError(404, `No offer is called ${named}.`);
}
