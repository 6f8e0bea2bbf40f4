import {
  abandonPromote,
  settlePromote,
  settleUnknown,
  startPromote,
  type PromoteOutcome,
  type Readiness,
} from '../domain/go-live.js';
import type { Offer } from '../domain/offer.js';
import type { GoLiveState } from '../domain/go-live-state.js';
import type { ReadyRead } from '../domain/sign-off.js';
import type { Clock, Log, Publisher, StatusSource } from '../ports.js';
import type { OfferStore } from '../store-ports.js';
import { changeOffer } from './change-offer.js';

interface Ports {
  readonly offers: OfferStore;
  readonly source: StatusSource;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when an offer has something to announce. */
  readonly announce: (offerKey: string) => void;
  /** Makes the offer due to be looked at now. */
  readonly hurry: (offerKey: string) => Promise<void>;
}

/**
 * Carries a recorded go-live one step on from its saved state. `promoteStarted` is saved before the call and the
 * call is never repeated: who finds it old reads until the outcome is known.
 */
export function makeCarryOnGoLive(ports: Ports) {
  const { offers, clock, announce } = ports;
  const promote = makePromote(ports);
  const reconcile = makeReconcile(ports);
  return async function carryOnGoLive(offerKey: string): Promise<GoLiveState | null> {
    const stored = await offers.load(offerKey);
    if (stored === null) return null;
    const started = startPromote(stored.value, clock.now());
    const offer =
      started === null ? await reconcile(stored.value) : await promote(await offers.replace(stored, started));
    if (offer !== null && offer.pending.length > 0) announce(offerKey);
    return offer?.goLive?.state ?? null;
  };
}

function makePromote({ offers, publisher, clock, log, hurry }: Ports) {
  return async function promote(claim: { readonly value: Offer } | null): Promise<Offer | null> {
    if (claim === null) return null;
    const { offerKey, productId, goLive } = claim.value;
    const outcome: PromoteOutcome =
      productId === null || goLive === null
        ? { kind: 'refused', reason: 'the product is not known' }
        : await publisher.promote(productId, goLive.submissionId);
    log.info({ offerKey, submissionId: goLive?.submissionId, outcome: outcome.kind }, 'asked to go live');
    const settled = await changeOffer(offers, offerKey, (offer) => ({
      next: settlePromote(offer, outcome, clock.now()),
      result: null,
    }));
    await hurry(offerKey);
    return settled?.offer ?? null;
  };
}

function makeReconcile({ offers, source, clock }: Ports) {
  return async function reconcile({ offerKey, productId, goLive }: Offer): Promise<Offer | null> {
    if (goLive === null || goLive.dueAt === null || goLive.dueAt > clock.now()) return null;
    const readiness: Readiness =
      goLive.state === 'unknown' && productId !== null
        ? readinessOf(await source.readiness(productId, goLive.submissionId), goLive.submissionId)
        : 'unavailable';
    const changed = await changeOffer(offers, offerKey, (offer) => ({
      next:
        goLive.state === 'unknown'
          ? settleUnknown(offer, readiness, clock.now())
          : abandonPromote(offer, clock.now()),
      result: null,
    }));
    return changed?.offer ?? null;
  };
}

/** A read that shows another submission as the newest says nothing of this one: it may be replaced or cancelled. */
function readinessOf(read: ReadyRead | null, submissionId: string): Readiness {
  if (read?.newestSubmissionId !== submissionId) return 'unavailable';
  return read.ready ? 'ready' : 'movedOn';
}
