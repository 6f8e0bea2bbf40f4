import { nextSubmissionId } from './ids.js';
import { newest, offerKey, type Offer, type SimulatorState, type Submission } from './state.js';
import { enter, supersede } from './submission.js';
import { draftVersion } from './version.js';

export function changeOffer(
  state: SimulatorState,
  key: string,
  change: (offer: Offer) => Offer,
): SimulatorState {
  const at = state.offers.findIndex((each) => offerKey(each) === key);
  const offer = state.offers[at];
  return offer === undefined ? state : { ...state, offers: state.offers.with(at, change(offer)) };
}

/** Changes one submission; a failure that this brings calls the next scripted submission. */
export function changeSubmission(
  state: SimulatorState,
  key: string,
  id: string,
  at: number,
  change: (submission: Submission) => Submission,
): SimulatorState {
  return changeOffer(state, key, (offer) => {
    const submissions = offer.submissions.map((each) => (each.id === id ? change(each) : each));
    const changed = { ...offer, submissions };
    const submission = newest(changed);
    return submission?.phase === 'failed' ? callNext(changed, submission, at, state.pace) : changed;
  });
}

export interface NewSubmission {
  readonly autoPromote?: boolean;
  readonly certificationNotes?: string;
  /** Default: what the script or the offer's draft says. */
  readonly version?: string;
}

/** Publishes the draft to preview. An approval still waiting is put aside; what is live stays. */
export function submitDraft(
  state: SimulatorState,
  key: string,
  at: number,
  wanted: NewSubmission = {},
): SimulatorState {
  const id = nextSubmissionId(state.lastSubmissionId);
  const changed = changeOffer(state, key, (offer) => {
    const [scripted, ...upcoming] = offer.upcoming;
    const run = { timing: {}, ...scripted, version: wanted.version ?? draftVersion(offer) };
    const releaseNumber = offer.lastRelease + 1;
    const submission: Submission = {
      id,
      releaseNumber,
      run,
      autoPromote: wanted.autoPromote ?? scripted?.autoPromote ?? false,
      certificationNotes: wanted.certificationNotes ?? '',
      phase: 'created',
      entered: {},
      dueAt: null,
    };
    const former = offer.submissions.map((each) => (each.phase === 'approval' ? supersede(each) : each));
    const submissions = [...former, enter(submission, 'created', at, state.pace)];
    return { ...offer, submissions, lastRelease: releaseNumber, upcoming, resubmitAt: null };
  });
  return { ...changed, lastSubmissionId: id };
}

/** Takes a submission away, as Partner Center does with a cancelled one. Whether it may be is asked before. */
export function withdraw(state: SimulatorState, key: string, id: string): SimulatorState {
  return changeOffer(state, key, (offer) => ({
    ...offer,
    submissions: offer.submissions.filter((each) => each.id !== id),
    resubmitAt: null,
  }));
}

/** Takes the product out of Partner Center, for good: nothing of it moves any more. */
export function deleteProduct(state: SimulatorState, key: string): SimulatorState {
  return changeOffer(state, key, (offer) => ({
    ...offer,
    deleted: true,
    submissions: offer.submissions.map((each) => ({ ...each, dueAt: null })),
    resubmitAt: null,
  }));
}

/** Has the next scripted submission follow one that failed or was cancelled, when the script says so. */
export function callNext(offer: Offer, { run }: Submission, at: number, pace: number): Offer {
  const pause = run.resubmitAfter;
  const wanted = pause !== undefined && offer.upcoming.length > 0 && offer.resubmitAt === null;
  return wanted ? { ...offer, resubmitAt: at + pause * pace } : offer;
}
