import type { Offer } from '../domain/offer.js';
import type { SignOff } from '../domain/sign-off-record.js';
import type { Admins } from '../domain/person.js';
import {
  checkPress,
  decideSignOff,
  withTicks,
  type Decision,
  type Press,
  type Refusal,
} from '../domain/sign-off.js';
import type { OfferStore } from '../store-ports.js';
import { changeOffer, type Changed } from './change-offer.js';
import type { ReadFresh } from './fresh-read.js';

export type PressResult =
  | { readonly kind: 'unknownOffer' }
  | { readonly kind: 'refused'; readonly offer: Offer; readonly refusal: Refusal }
  | { readonly kind: 'signed'; readonly offer: Offer; readonly signOff: SignOff };

interface Ports {
  readonly offers: OfferStore;
  readonly admins: Admins;
  readonly freshRead: ReadFresh;
  /** Told when an offer has something to announce. */
  readonly announce: (offerKey: string) => void;
  /** Makes the offer due to be looked at now: what is saved has fallen behind. */
  readonly lookAgain: (offerKey: string) => Promise<void>;
}

/**
 * The press on Go live: keeps the ticks, decides on what is saved, reads Partner Center afresh, and decides once
 * more on what is saved by then, so that whoever comes second is told who signed.
 */
export function makeSignOff({ offers, admins, freshRead, announce, lookAgain }: Ports) {
  return async function signOff(offerKey: string, press: Press): Promise<PressResult> {
    const before = await changeOffer(offers, offerKey, (offer) => {
      const next = withTicks(offer, press);
      return { next, result: checkPress(next, press, admins) };
    });
    if (before?.result.kind !== 'mayAsk') return resultOf(before);
    const fresh = await freshRead(before.offer);
    const decided = await changeOffer(offers, offerKey, (offer) => {
      const result = decideSignOff(offer, press, admins, fresh);
      return { next: result.kind === 'signed' ? result.offer : offer, result };
    });
    if (decided?.result.kind === 'signed') announce(offerKey);
    if (decided !== null && saysBehind(decided.result)) await lookAgain(offerKey);
    return resultOf(decided);
  };
}

function saysBehind(decision: Decision): boolean {
  return decision.kind === 'refused' && ['newer', 'notReady'].includes(decision.refusal.kind);
}

function resultOf(changed: Changed<Decision> | null): PressResult {
  if (changed === null || changed.result.kind === 'mayAsk') return { kind: 'unknownOffer' };
  return changed.result.kind === 'signed'
    ? { kind: 'signed', offer: changed.offer, signOff: changed.result.signOff }
    : { kind: 'refused', offer: changed.offer, refusal: changed.result.refusal };
}
