import { inCatalog, inHub } from '../../../src/local/simulator/availability.js';
import { beginStory } from '../../../src/local/simulator/begin.js';
import { offerOf, promote } from '../../../src/local/simulator/moves.js';
import type { Scenario } from '../../../src/local/simulator/scenario.js';
import { scenarioNamed } from '../../../src/local/simulator/scenarios/all.js';
import { newest, type SimulatorState } from '../../../src/local/simulator/state.js';
import { tell } from '../../../src/local/simulator/story.js';
import { standingOf } from '../../../src/local/simulator/submission-answer.js';
import { workflowDetails } from '../../../src/local/simulator/workflow-answer.js';
import { start } from './rig.js';

export function begin(scenario: string | Scenario = 'demo', pace = 1): SimulatorState {
  const script = typeof scenario === 'string' ? scenarioNamed(scenario) : scenario;
  return beginStory(script, { now: start, pace, tokenSecret: 't', clientSecret: 'c' });
}

export function after(state: SimulatorState, seconds: number): SimulatorState {
  return tell(state, start + seconds * 1_000);
}

/** The story up to then, the newest submission of an offer having been promoted at `at` seconds. */
export function promotedAt(state: SimulatorState, key: string, at: number): SimulatorState {
  const waiting = after(state, at);
  const offer = offerOf(waiting, key);
  const move = promote(waiting, key, (offer && newest(offer))?.id ?? '', start + at * 1_000);
  if ('refused' in move) throw new Error(move.refused);
  return move.state;
}

/** One line for an offer: its newest submission, then what the catalog and the hub show. */
export function line(state: SimulatorState, key: string): string {
  const offer = offerOf(state, key);
  if (offer === undefined) return 'nothing';
  const submission = newest(offer);
  const shown = `catalog ${inCatalog(offer)?.run.version ?? 'none'}, hub ${inHub(offer)?.run.version ?? 'none'}`;
  return submission === undefined ? `none, ${shown}` : `${submissionLine(submission)}, ${shown}`;
}

/** One line per submission of an offer: release, version, state/substate, the five steps by their first letters. */
export function lines(state: SimulatorState, key: string): readonly string[] {
  return offerOf(state, key)?.submissions.map((each) => submissionLine(each)) ?? [];
}

const letters = { NotStarted: '-', InProgress: 'I', Success: 'S', Failed: 'F' };

function submissionLine(submission: SimulatorState['offers'][number]['submissions'][number]): string {
  const standing = standingOf(submission);
  const steps = workflowDetails(submission).flatMap((detail) => detail.workflowSteps);
  return [
    `#${submission.releaseNumber} ${submission.run.version}`,
    `${standing.state}/${standing.substate}`,
    steps.map((step) => letters[step.state]).join('') || 'none',
  ].join(', ');
}
