import { nextSubmissionId } from './ids.js';
import { newest, offerKey, type Offer, type SimulatorState, type Submission } from './state.js';
import { enter, finish, supersede } from './submission.js';
import { draftVersion } from './version.js';

interface Due {
  readonly at: number;
  happen(state: SimulatorState): SimulatorState;
}

/** Lets everything happen that was due by `now`, each at its own moment. The same object when nothing was. */
export function tell(state: SimulatorState, now: number): SimulatorState {
  let told = state;
  for (let due = earliest(told); due !== undefined && due.at <= now; due = earliest(told)) {
    told = due.happen(told);
  }
  return told;
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
    return resubmitAfterFailure({ ...offer, submissions }, at, state.pace);
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
      autoPromote: wanted.autoPromote ?? false,
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

export function changeOffer(
  state: SimulatorState,
  key: string,
  change: (offer: Offer) => Offer,
): SimulatorState {
  return { ...state, offers: state.offers.map((offer) => (offerKey(offer) === key ? change(offer) : offer)) };
}

function resubmitAfterFailure(offer: Offer, at: number, pace: number): Offer {
  const submission = newest(offer);
  const pause = submission?.run.resubmitAfter;
  const wanted = submission?.phase === 'failed' && pause !== undefined && offer.upcoming.length > 0;
  return wanted && offer.resubmitAt === null ? { ...offer, resubmitAt: at + pause * pace } : offer;
}

function earliest(state: SimulatorState): Due | undefined {
  const all = state.offers.flatMap((offer) => dueOf(offer));
  return all.reduce<Due | undefined>(
    (first, due) => (first === undefined || due.at < first.at ? due : first),
    undefined,
  );
}

function dueOf(offer: Offer): readonly Due[] {
  const key = offerKey(offer);
  const endings = offer.submissions.flatMap(({ id, dueAt }): Due[] => {
    if (dueAt === null) return [];
    const happen = (state: SimulatorState): SimulatorState =>
      changeSubmission(state, key, id, dueAt, (each) => finish(each, dueAt, state.pace));
    return [{ at: dueAt, happen }];
  });
  const { resubmitAt } = offer;
  if (resubmitAt === null) return endings;
  return [...endings, { at: resubmitAt, happen: (state) => submitDraft(state, key, resubmitAt) }];
}
