import { canFail, hasReached, isOnPath, type Phase } from './phase.js';
import { changeSubmission, deleteProduct, submitDraft, withdraw, type NewSubmission } from './changes.js';
import { endPhase } from './ending.js';
import { newest, offerKey, type Offer, type SimulatorState, type Submission } from './state.js';
import { finish, type Outcome } from './submission.js';

/** What somebody asked for, done or not. A refusal changes nothing. */
export type Move =
  { readonly state: SimulatorState } | { readonly state: SimulatorState; readonly refused: string };

/** Go live. Only the newest submission, only while it waits for approval. */
export function promote(state: SimulatorState, key: string, id: string, now: number): Move {
  const submission = submissionOf(state, key, id);
  if (submission?.phase !== 'approval') {
    return { state, refused: 'The submission is not in a state in which it can be promoted.' };
  }
  return { state: changeSubmission(state, key, id, now, (each) => finish(each, now, state.pace)) };
}

/** Cancel publish. Possible until the submission is promoted; then it is gone. */
export function cancel(state: SimulatorState, key: string, id: string): Move {
  const submission = isOver(offerOf(state, key)) ? undefined : submissionOf(state, key, id);
  const cancellable =
    submission !== undefined &&
    (['created', 'validation', 'preview', 'approval'].includes(submission.phase) ||
      (submission.phase === 'failed' && submission.failedIn !== 'certification'));
  if (!cancellable) return { state, refused: 'The submission can no longer be cancelled.' };
  return { state: withdraw(state, key, id) };
}

/** Publish to preview. Refused while an earlier submission is being worked on. */
export function submit(state: SimulatorState, key: string, now: number, wanted: NewSubmission = {}): Move {
  const offer = offerOf(state, key);
  if (isOver(offer)) return { state, refused: 'The product is deleted.' };
  const latest = offer?.submissions.at(-1);
  const free = latest === undefined || latest.phase === 'failed' || isResting(latest);
  if (!free) return { state, refused: 'Another submission of this product is in progress.' };
  return { state: submitDraft(state, key, now, wanted) };
}

/** Deletes the product in Partner Center, whatever state it is in. */
export function remove(state: SimulatorState, key: string): Move {
  return isOver(offerOf(state, key))
    ? { state, refused: 'The product is deleted already.' }
    : { state: deleteProduct(state, key) };
}

interface Advance {
  /** Go on until this phase is reached or the submission can go no further. Default: one phase. */
  readonly to?: Phase | undefined;
  /** Default: what the script says. */
  readonly outcome?: Outcome | undefined;
}

/** Moves an offer on at once, an approval too, as if it had been given in Partner Center itself. */
export function advance(state: SimulatorState, key: string, now: number, wanted: Advance = {}): Move {
  const offer = offerOf(state, key);
  const submission = moving(offer);
  if (submission === undefined) {
    const waiting = offer?.resubmitAt ?? null;
    if (waiting !== null) return { state: submitDraft(state, key, now) };
    return { state, refused: 'Nothing of this offer is on its way.' };
  }
  const { id } = submission;
  if (wanted.outcome === 'failed' && !canFail(submission.phase)) {
    return { state, refused: `A submission cannot fail in the phase ${submission.phase}.` };
  }
  const step = (from: SimulatorState, each: Submission): SimulatorState =>
    endPhase(from, key, each, now, wanted.outcome);
  let moved = step(state, submission);
  if (wanted.to === undefined) return { state: moved };
  for (let at = submissionOf(moved, key, id); at !== undefined; at = submissionOf(moved, key, id)) {
    if (!isOnPath(at.phase) || hasReached(at.phase, wanted.to) || isOver(offerOf(moved, key))) break;
    moved = step(moved, at);
  }
  return { state: moved };
}

export function offerOf(state: SimulatorState, key: string): Offer | undefined {
  return state.offers.find((offer) => offerKey(offer) === key);
}

function submissionOf(state: SimulatorState, key: string, id: string): Submission | undefined {
  return offerOf(state, key)?.submissions.find((each) => each.id === id);
}

function isResting({ phase }: Submission): boolean {
  return phase === 'approval' || phase === 'superseded' || hasReached(phase, 'catalog');
}

/** A finished one still moves when the script has something follow it. */
function moving(offer: Offer | undefined): Submission | undefined {
  if (offer === undefined || isOver(offer)) return undefined;
  const latest = newest(offer);
  const under = (each: Submission): boolean =>
    isOnPath(each.phase) && (each.phase !== 'done' || each.dueAt !== null);
  return latest !== undefined && under(latest) ? latest : offer.submissions.findLast(under);
}

function isOver(offer: Offer | undefined): boolean {
  return offer?.deleted === true;
}
