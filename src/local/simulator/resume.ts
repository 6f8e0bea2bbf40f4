import type { SimulatorState } from './state.js';

/** After a stop: what was running goes on with the time it had left, as if no time had passed since `savedAt`. */
export function resume(state: SimulatorState, now: number): SimulatorState {
  const away = Math.max(0, now - state.savedAt);
  const later = (at: number | null): number | null => (at === null ? null : at + away);
  const offers = state.offers.map((offer) => ({
    ...offer,
    resubmitAt: later(offer.resubmitAt),
    submissions: offer.submissions.map((each) => ({ ...each, dueAt: later(each.dueAt) })),
  }));
  return { ...state, savedAt: now, offers };
}
