import type { Offer } from '../domain/offer.js';
import type { Submission } from '../domain/submission.js';
import { stages, type Position, type StageState } from '../domain/stage.js';
import { expectationFor, isLate, unfinishedOf } from './lateness.js';
import type { Look } from './look.js';
import { isBlocked } from './obstacle-words.js';
import { stageNames, statusWords, usualTimes } from './stage-words.js';
import { lateSign, signs, type Sign, type Tone } from './symbols.js';
import { dayText, durationText, whenText } from './when.js';

/** One of the six rows of the rail: sign, stage, state in words, and times below where it matters. */
export interface RailRow extends Sign {
  readonly name: string;
  readonly weight: 'Default' | 'Bolder';
  readonly subtle: boolean;
  readonly state: string;
  readonly stateTone: Tone;
  readonly stateSubtle: boolean;
  readonly notes: readonly { readonly text: string }[];
}

/** The way of a submission in six rows, the one where it stands set off. */
export function railOf(offer: Offer, submission: Submission, look: Look): readonly RailRow[] {
  const here = unfinishedOf(submission.stages);
  const stopped = here?.status === 'failed' || here?.status === 'cancelled' || offer.gone;
  const signed = offer.signOff?.submissionId === submission.submissionId;
  return submission.stages.map((state) => {
    const late = isLate(state, look);
    const isHere = state.stage === here?.stage && state.status !== 'notStarted';
    return {
      ...(late ? lateSign : signs[state.status]),
      name: stageNames[state.stage],
      weight: isHere ? 'Bolder' : 'Default',
      subtle: state.status === 'notStarted',
      state: stateText(state, { late, stopped, signed }, look),
      stateTone: late || state.status === 'failed' || state.status === 'cancelled' ? 'Attention' : 'Default',
      stateSubtle: !isHere,
      notes: notesOf(state, offer, look),
    };
  });
}

interface Circumstances {
  readonly late: boolean;
  readonly stopped: boolean;
  readonly signed: boolean;
}

function stateText(state: StageState, { late, stopped, signed }: Circumstances, look: Look): string {
  const { stage, status } = state;
  if (late) return 'late';
  if (stage === 'contentHub' && !look.hubWatched && status !== 'succeeded' && !stopped) return 'not observed';
  if (status === 'waiting' && stage === 'publisherApproval' && (signed || !stopped))
    return signed ? 'signed off' : 'waiting for you';
  if (status === 'notStarted' && !stopped) return usualTimes[stage];
  return status === 'succeeded' ? doneText(state, look) : statusWords[status];
}

function doneText({ startedAt, endedAt }: StageState, look: Look): string {
  if (endedAt === null) return 'done';
  return startedAt === null
    ? `done ${dayText(endedAt, look.timeZone)}`
    : `took ${durationText(startedAt, endedAt)}`;
}

function notesOf(state: StageState, offer: Offer, look: Look): RailRow['notes'] {
  const { stage, status, startedAt, endedAt } = state;
  const said: string[] = [];
  if (status === 'inProgress' || status === 'waiting') {
    if (startedAt !== null)
      said.push(`since ${whenText(startedAt, look.timeZone)} (${durationText(startedAt, look.now)})`);
    const { expectedBy, lateBy } = expectationFor(state, look);
    if (expectedBy !== null && lateBy !== null && !isBlocked(state, offer))
      said.push(
        `expected by ${whenText(expectedBy, look.timeZone)}`,
        `late after ${whenText(lateBy, look.timeZone)}`,
      );
  }
  if ((status === 'failed' || status === 'cancelled') && endedAt !== null)
    said.push(whenText(endedAt, look.timeZone));
  if (stage === 'contentHub' && status === 'succeeded' && endedAt !== null)
    said.push(`seen there ${whenText(endedAt, look.timeZone)}`);
  return said.map((text) => ({ text }));
}

/** The rail as lines of plain text. */
export function railLines(rows: readonly RailRow[]): readonly string[] {
  return rows.map(({ symbol, name, state, notes }) =>
    [`${symbol} ${name}: ${state}`, ...notes.map(({ text }) => text)].join(', '),
  );
}

/** Six signs in one line, and which of them is meant. */
export interface MiniRail {
  readonly signs: readonly Sign[];
  readonly label: string;
}

/** @param from where it stood before, null when that is not told. */
export function miniRailOf({ stage, status }: Position, from: Position | null): MiniRail {
  const here = stages.indexOf(stage);
  return {
    signs: stages.map((_, index) => {
      if (index === here) return signs[status];
      return signs[index < here ? 'succeeded' : 'notStarted'];
    }),
    label: `Step ${here + 1} of ${stages.length}: ${cameFrom({ stage, status }, from)}${statusWords[status]}`,
  };
}

function cameFrom(to: Position, from: Position | null): string {
  const name = stageNames[to.stage];
  if (from === null) return `${name}, `;
  return from.stage === to.stage
    ? `${name}, ${statusWords[from.status]} → `
    : `${stageNames[from.stage]} → ${name}, `;
}
