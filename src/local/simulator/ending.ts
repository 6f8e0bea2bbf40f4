import { callNext, changeOffer, changeSubmission, deleteProduct, submitDraft, withdraw } from './changes.js';
import type { SimulatorState, Submission } from './state.js';
import { finish, type Outcome } from './submission.js';

/** Ends the phase a submission is in: by what the script has somebody do at that moment, else by its outcome. */
export function endPhase(
  state: SimulatorState,
  key: string,
  submission: Submission,
  at: number,
  outcome?: Outcome,
): SimulatorState {
  const { id, run, phase } = submission;
  const deed = outcome === undefined && run.ends?.in === phase ? run.ends.by : undefined;
  switch (deed) {
    case 'cancel':
      return changeOffer(withdraw(state, key, id), key, (offer) =>
        callNext(offer, submission, at, state.pace),
      );
    case 'newPreview':
      return submitDraft(rest(state, key, id, at), key, at);
    case 'deletion':
      return deleteProduct(state, key);
    case undefined:
      return changeSubmission(state, key, id, at, (each) => finish(each, at, state.pace, outcome));
  }
}

/** A submission after which another is scripted stays as it is, and calls for nothing a second time. */
function rest(state: SimulatorState, key: string, id: string, at: number): SimulatorState {
  return changeSubmission(state, key, id, at, (each) => ({ ...each, dueAt: null }));
}
