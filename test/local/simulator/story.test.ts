import { inCatalog, inHub } from '../../../src/local/simulator/availability.js';
import { beginStory } from '../../../src/local/simulator/begin.js';
import { demoScenario } from '../../../src/local/simulator/demo-scenario.js';
import { failuresScenario } from '../../../src/local/simulator/failures-scenario.js';
import { offerOf, promote } from '../../../src/local/simulator/moves.js';
import type { Scenario } from '../../../src/local/simulator/scenario.js';
import { newest, type SimulatorState } from '../../../src/local/simulator/state.js';
import { tell } from '../../../src/local/simulator/story.js';
import { standingOf } from '../../../src/local/simulator/submission-answer.js';
import { workflowDetails } from '../../../src/local/simulator/workflow-answer.js';
import { contoso, fabrikam, northwind, start } from './rig.js';

function begin(scenario: Scenario = demoScenario, pace = 1): SimulatorState {
  return beginStory(scenario, { now: start, pace, tokenSecret: 't', clientSecret: 'c' });
}

function after(state: SimulatorState, seconds: number): SimulatorState {
  return tell(state, start + seconds * 1_000);
}

/** One line for an offer: newest release, version, state/substate, the five steps by their first letters, catalog, hub. */
function line(state: SimulatorState, key: string): string {
  const offer = offerOf(state, key);
  const submission = offer && newest(offer);
  if (offer === undefined || submission === undefined) return 'nothing';
  const standing = standingOf(submission);
  const letters = { NotStarted: '-', InProgress: 'I', Success: 'S', Failed: 'F' };
  const steps = workflowDetails(submission).flatMap((detail) => detail.workflowSteps);
  return [
    `#${submission.releaseNumber} ${submission.run.version}`,
    `${standing.state}/${standing.substate}`,
    steps.map((step) => letters[step.state]).join('') || 'none',
    `catalog ${inCatalog(offer)?.run.version ?? 'none'}`,
    `hub ${inHub(offer)?.run.version ?? 'none'}`,
  ].join(', ');
}

describe('the demo story by itself', () => {
  it.each([
    [0, '#1 1.2.0, InProgress/Submitted, I----, catalog none, hub none'],
    [19.999, '#1 1.2.0, InProgress/Submitted, I----, catalog none, hub none'],
    [20, '#1 1.2.0, InProgress/Submitted, SI---, catalog none, hub none'],
    [42, '#1 1.2.0, Published/ReadyToPublish, SSI--, catalog none, hub none'],
    [67, '#1 1.2.0, Published/Publishing, SSSI-, catalog none, hub none'],
    [89, '#1 1.2.0, Published/FailedInCertification, SSSF-, catalog none, hub none'],
    [113.999, '#1 1.2.0, Published/FailedInCertification, SSSF-, catalog none, hub none'],
    [114, '#2 1.2.1, InProgress/InDraft, none, catalog none, hub none'],
    [117, '#2 1.2.1, InProgress/Submitted, I----, catalog none, hub none'],
    [137, '#2 1.2.1, InProgress/Submitted, SI---, catalog none, hub none'],
    [157, '#2 1.2.1, Published/ReadyToPublish, SSI--, catalog none, hub none'],
    [182, '#2 1.2.1, Published/Publishing, SSSI-, catalog none, hub none'],
    [207, '#2 1.2.1, Published/Publishing, SSSSI, catalog none, hub none'],
    [227, '#2 1.2.1, Published/InStore, SSSSS, catalog 1.2.1, hub none'],
    [252, '#2 1.2.1, Published/InStore, SSSSS, catalog 1.2.1, hub 1.2.1'],
    [86_400, '#2 1.2.1, Published/InStore, SSSSS, catalog 1.2.1, hub 1.2.1'],
  ])('Fabrikam after %d s: %s', (seconds, expected) => {
    expect(line(after(begin(), seconds), fabrikam)).toBe(expected);
  });

  it.each([
    [0, '#2 2.0.3, Published/InStore, SSSSS, catalog 2.0.3, hub 2.0.2'],
    [89.999, '#2 2.0.3, Published/InStore, SSSSS, catalog 2.0.3, hub 2.0.2'],
    [90, '#2 2.0.3, Published/InStore, SSSSS, catalog 2.0.3, hub 2.0.3'],
  ])('Northwind after %d s: %s', (seconds, expected) => {
    expect(line(after(begin(), seconds), northwind)).toBe(expected);
  });

  it.each([0, 86_400 * 30])('Contoso waits for its approval after %d s', (seconds) => {
    const waiting = '#2 3.0.1, Published/ReadyToPublish, SSI--, catalog 2.4.0, hub 2.4.0';
    expect(line(after(begin(), seconds), contoso)).toBe(waiting);
  });

  it.each([
    [0, 'Published/Publishing, SSSI-, catalog 2.4.0, hub 2.4.0'],
    [40, 'Published/Publishing, SSSSI, catalog 2.4.0, hub 2.4.0'],
    [60, 'Published/InStore, SSSSS, catalog 3.0.1, hub 2.4.0'],
    [119.999, 'Published/InStore, SSSSS, catalog 3.0.1, hub 2.4.0'],
    [120, 'Published/InStore, SSSSS, catalog 3.0.1, hub 3.0.1'],
  ])('Contoso %d s after its approval: %s', (seconds, expected) => {
    const waiting = begin();
    const id = newest(offerOf(waiting, contoso) ?? fail())?.id ?? '';
    const promoted = promote(after(waiting, 300), contoso, id, start + 300_000);
    expect(line(after(promoted.state, 300 + seconds), contoso)).toBe(`#2 3.0.1, ${expected}`);
  });

  it("tells of Contoso's morning: 1 h 24 min of validation, 47 min of preview creation", () => {
    const submission = newest(offerOf(begin(), contoso) ?? fail());
    const { validation = 0, preview = 0, approval = 0 } = submission?.entered ?? {};
    expect([preview - validation, approval - preview]).toStrictEqual([84 * 60_000, 47 * 60_000]);
    expect(approval).toBeLessThan(start);
  });
});

describe('telling', () => {
  it('says the same in one leap as in many steps', () => {
    let stepwise = begin();
    for (let seconds = 0; seconds <= 300; seconds += 1.7) stepwise = after(stepwise, seconds);
    expect(after(stepwise, 300)).toStrictEqual(after(begin(), 300));
  });

  it('returns the same state when nothing was due', () => {
    const state = begin();
    expect(after(state, 19)).toBe(state);
  });

  it('multiplies every duration by the pace', () => {
    expect(line(after(begin(demoScenario, 10), 199), fabrikam)).toContain('I----');
    expect(line(after(begin(demoScenario, 10), 200), fabrikam)).toContain('SI---');
    expect(line(after(begin(demoScenario, 0.1), 25.2), fabrikam)).toContain('hub 1.2.1');
  });
});

describe('what else can go wrong', () => {
  it.each([
    ['tailspin', 'InProgress/InDraft, none, catalog none, hub none'],
    ['proseware', 'InProgress/Failed, F----, catalog none, hub none'],
    ['litware', 'InProgress/Failed, SF---, catalog none, hub none'],
    ['woodgrove', 'Published/InStore, SSSSS, catalog 4.0.0, hub none'],
  ])('%s ends as %s', (publisher, expected) => {
    const state = after(begin(failuresScenario), 86_400);
    expect(line(state, `${publisher}.azure-sentinel-solution-${publisher}`)).toContain(expected);
  });
});

function fail(): never {
  throw new Error('The offer is not in the scenario.');
}
