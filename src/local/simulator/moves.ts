import { canFail, hasReached, isOnPath, type Phase } from './phase.js';
import { newest, offerKey, type Offer, type SimulatorState, type Submission } from './state.js';
import { changeOffer, changeSubmission, submitDraft, type NewSubmission } from './story.js';
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
  const submission = submissionOf(state, key, id);
  const cancellable =
    submission !== undefined &&
    (['created', 'validation', 'preview', 'approval'].includes(submission.phase) ||
      (submission.phase === 'failed' && submission.failedIn !== 'certification'));
  if (!cancellable) return { state, refused: 'The submission can no longer be cancelled.' };
  const without = (offer: Offer): Offer => ({
    ...offer,
    submissions: offer.submissions.filter((each) => each.id !== id),
    resubmitAt: null,
  });
  return { state: changeOffer(state, key, without) };
}

/** Publish to preview. Refused while an earlier submission is being worked on. */
export function submit(state: SimulatorState, key: string, now: number, wanted: NewSubmission = {}): Move {
  const latest = offerOf(state, key)?.submissions.at(-1);
  const free = latest === undefined || latest.phase === 'failed' || isResting(latest);
  if (!free) return { state, refused: 'Another submission of this product is in progress.' };
  return { state: submitDraft(state, key, now, wanted) };
}

interface Advance {
  /** Go on until this phase is reached or the submission can go no further. Default: one phase. */
  readonly to?: Phase | undefined;
  /** Default: what the script says. */
  readonly outcome?: Outcome | undefined;
}

/** Moves an offer on at once, an approval too, as if it had been given in Partner Center itself. */
export function advance(state: SimulatorState, key: string, now: number, wanted: Advance = {}): Move {
  const submission = moving(offerOf(state, key));
  if (submission === undefined) {
    const waiting = offerOf(state, key)?.resubmitAt ?? null;
    if (waiting !== null) return { state: submitDraft(state, key, now) };
    return { state, refused: 'Nothing of this offer is on its way.' };
  }
  const { id } = submission;
  if (wanted.outcome === 'failed' && !canFail(submission.phase)) {
    return { state, refused: `A submission cannot fail in the phase ${submission.phase}.` };
  }
  const step = (from: SimulatorState): SimulatorState =>
    changeSubmission(from, key, id, now, (each) => finish(each, now, from.pace, wanted.outcome));
  let moved = step(state);
  if (wanted.to === undefined) return { state: moved };
  for (let at = submissionOf(moved, key, id); at !== undefined; at = submissionOf(moved, key, id)) {
    if (!isOnPath(at.phase) || hasReached(at.phase, wanted.to)) break;
    moved = step(moved);
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

function moving(offer: Offer | undefined): Submission | undefined {
  if (offer === undefined) return undefined;
  const latest = newest(offer);
  const under = (each: Submission): boolean => isOnPath(each.phase) && each.phase !== 'done';
  return latest !== undefined && under(latest) ? latest : offer.submissions.findLast(under);
}
