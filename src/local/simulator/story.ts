import { submitDraft } from './changes.js';
import { endPhase } from './ending.js';
import { offerKey, type Offer, type SimulatorState } from './state.js';

interface Due {
  readonly at: number;
  happen(state: SimulatorState): SimulatorState;
}

/** Lets everything happen that was due by `now`, each at its own moment. The same object when nothing was. */
export function tell(state: SimulatorState, now: number): SimulatorState {
  let told = state;
  for (let offer = earliest(told); offer !== undefined; offer = earliest(told)) {
    const due = nextOf(offer);
    if (due === undefined || due.at > now) break;
    told = due.happen(told);
  }
  return told;
}

/** When something happens next by itself; infinity when nothing does. */
export function nextEventAt(state: SimulatorState): number {
  const offer = earliest(state);
  return offer === undefined ? Infinity : dueAtOf(offer);
}

/** What an offer waits for is looked up once per change of it: there may be thousands that do not change. */
const known = new WeakMap<Offer, number>();

function dueAtOf(offer: Offer): number {
  const before = known.get(offer);
  if (before !== undefined) return before;
  const at = nextOf(offer)?.at ?? Infinity;
  known.set(offer, at);
  return at;
}

function earliest(state: SimulatorState): Offer | undefined {
  let first: Offer | undefined;
  let at = Infinity;
  for (const offer of state.offers) {
    const dueAt = dueAtOf(offer);
    if (dueAt < at) [first, at] = [offer, dueAt];
  }
  return first;
}

function nextOf(offer: Offer): Due | undefined {
  const key = offerKey(offer);
  const dues = offer.submissions.flatMap((submission): Due[] => {
    const { dueAt } = submission;
    if (dueAt === null) return [];
    return [{ at: dueAt, happen: (state) => endPhase(state, key, submission, dueAt) }];
  });
  const { resubmitAt } = offer;
  if (resubmitAt !== null) {
    dues.push({ at: resubmitAt, happen: (state) => submitDraft(state, key, resubmitAt) });
  }
  return dues.reduce<Due | undefined>(
    (first, due) => (first === undefined || due.at < first.at ? due : first),
    undefined,
  );
}
