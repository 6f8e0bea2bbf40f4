import { beginStory } from '../../../src/local/simulator/begin.js';
import { advance, cancel, offerOf, promote, submit, type Move } from '../../../src/local/simulator/moves.js';
import type { SubmissionPhase } from '../../../src/local/simulator/phase.js';
import type { SimulatorState } from '../../../src/local/simulator/state.js';
import { tell } from '../../../src/local/simulator/story.js';
import { start } from './rig.js';

const key = 'adventure.works';

/** One offer whose only submission is in the phase. */
function at(phase: SubmissionPhase, failedIn?: 'validation' | 'certification'): SimulatorState {
  const begun = { run: { version: '1.0.0', timing: { catalog: 1_000 } }, phase, ago: { [phase]: 0 } };
  const offer = {
    publisherId: 'adventure',
    publisherName: 'Adventure Works',
    offerId: 'works',
    name: 'Adventure Works',
    planId: 'plan',
    summary: 'Adventure Works.',
    begun: [begun],
    upcoming: [],
  };
  const state = beginStory(
    { name: 'one', offers: [offer] },
    { now: start, pace: 1, tokenSecret: 't', clientSecret: 'c' },
  );
  if (failedIn === undefined) return state;
  const failed = (each: SimulatorState['offers'][number]) => ({
    ...each,
    submissions: each.submissions.map((submission) => ({ ...submission, failedIn })),
  });
  return { ...state, offers: state.offers.map(failed) };
}

function phasesAfter(move: Move): readonly SubmissionPhase[] {
  return offerOf(move.state, key)?.submissions.map((each) => each.phase) ?? [];
}

function idIn(state: SimulatorState, index = 0): string {
  return offerOf(state, key)?.submissions[index]?.id ?? 'none';
}

const allPhases: readonly SubmissionPhase[] = [
  'created',
  'validation',
  'preview',
  'approval',
  'certification',
  'publishing',
  'catalog',
  'hub',
  'done',
  'failed',
  'superseded',
];

describe('promote', () => {
  it.each(allPhases.filter((phase) => phase !== 'approval'))('is refused in the phase %s', (phase) => {
    const state = at(phase);
    const move = promote(state, key, idIn(state), start);
    expect(move).toStrictEqual({ state, refused: expect.any(String) });
  });

  it('begins certification, once', () => {
    const state = at('approval');
    const first = promote(state, key, idIn(state), start);
    expect(phasesAfter(first)).toStrictEqual(['certification']);
    expect(promote(first.state, key, idIn(state), start)).toHaveProperty('refused');
  });

  it('is refused for a submission that a newer preview put aside', () => {
    const state = at('approval');
    const { state: resubmitted } = submit(state, key, start);
    const newer = tell(resubmitted, start + 60_000);
    expect(phasesAfter({ state: newer })).toStrictEqual(['superseded', 'approval']);
    expect(promote(newer, key, idIn(newer, 0), start)).toHaveProperty('refused');
    expect(promote(newer, key, idIn(newer, 1), start)).not.toHaveProperty('refused');
  });
});

describe('cancel', () => {
  it.each(['created', 'validation', 'preview', 'approval'] as const)('takes one away in %s', (phase) => {
    const state = at(phase);
    expect(phasesAfter(cancel(state, key, idIn(state)))).toStrictEqual([]);
  });

  it.each(['certification', 'publishing', 'catalog', 'hub', 'done', 'superseded'] as const)(
    'is refused in %s',
    (phase) => {
      const state = at(phase);
      expect(cancel(state, key, idIn(state))).toStrictEqual({ state, refused: expect.any(String) });
    },
  );

  it('takes away one that failed before approval and leaves one that failed in certification', () => {
    const early = at('failed', 'validation');
    expect(cancel(early, key, idIn(early))).not.toHaveProperty('refused');
    const late = at('failed', 'certification');
    expect(cancel(late, key, idIn(late))).toHaveProperty('refused');
  });

  it('does not give its release number away again', () => {
    const state = at('preview');
    const { state: without } = cancel(state, key, idIn(state));
    const offer = offerOf(submit(without, key, start).state, key);
    expect(offer?.submissions.map((each) => each.releaseNumber)).toStrictEqual([2]);
  });
});

describe('submit', () => {
  it.each([
    ['approval', ['superseded', 'created']],
    ['catalog', ['catalog', 'created']],
    ['hub', ['hub', 'created']],
    ['done', ['done', 'created']],
    ['failed', ['failed', 'created']],
  ] as const)('is possible in %s', (phase, expected) => {
    expect(phasesAfter(submit(at(phase), key, start))).toStrictEqual(expected);
  });

  it.each(['created', 'validation', 'preview', 'certification', 'publishing'] as const)(
    'is refused in %s',
    (phase) => {
      expect(submit(at(phase), key, start)).toHaveProperty('refused');
    },
  );

  it('carries the next release number, a new id and the version of the draft', () => {
    const { state } = submit(at('done'), key, start);
    const [former, latest] = offerOf(state, key)?.submissions ?? [];
    expect(latest).toMatchObject({ releaseNumber: 2, run: { version: '1.1.0' } });
    expect(latest?.id).toMatch(/^\d{19}$/u);
    expect(latest?.id).not.toBe(former?.id);
    expect(Number(latest?.id)).toBe(Number(former?.id));
  });

  it('does not wait for an approval when it is to be promoted by itself', () => {
    const { state } = submit(at('done'), key, start, { autoPromote: true });
    expect(phasesAfter({ state: tell(state, start + 42_999) })).toStrictEqual(['done', 'preview']);
    expect(phasesAfter({ state: tell(state, start + 43_000) })).toStrictEqual(['done', 'certification']);
  });
});

describe('advance', () => {
  it('goes one phase at a time, through the approval too', () => {
    let state = at('created');
    const seen: SubmissionPhase[] = [];
    for (let step = 0; step < 8; step += 1) {
      const move = advance(state, key, start);
      seen.push(...phasesAfter(move));
      state = move.state;
    }
    expect(seen).toStrictEqual(allPhases.slice(1, 9));
    expect(advance(state, key, start)).toHaveProperty('refused');
  });

  it('goes on to a phase that is named', () => {
    expect(phasesAfter(advance(at('validation'), key, start, { to: 'catalog' }))).toStrictEqual(['catalog']);
  });

  it('stops where the submission fails', () => {
    const move = advance(at('certification'), key, start, { to: 'done', outcome: 'failed' });
    expect(phasesAfter(move)).toStrictEqual(['failed']);
  });

  it('refuses a failure where none can be', () => {
    expect(advance(at('approval'), key, start, { outcome: 'failed' })).toHaveProperty('refused');
  });

  it('moves the older one on while the newest waits for nothing', () => {
    const { state } = submit(at('hub'), key, start);
    const { state: failed } = advance(state, key, start, { outcome: 'failed' });
    expect(phasesAfter(advance(failed, key, start))).toStrictEqual(['done', 'failed']);
  });
});
