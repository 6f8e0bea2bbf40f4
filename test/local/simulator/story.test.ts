import { offerOf } from '../../../src/local/simulator/moves.js';
import { newest } from '../../../src/local/simulator/state.js';
import { contoso, fabrikam, northwind, start } from './rig.js';
import { after, begin, line, promotedAt } from './telling.js';

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
    const promoted = promotedAt(begin(), contoso, 300);
    expect(line(after(promoted, 300 + seconds), contoso)).toBe(`#2 3.0.1, ${expected}`);
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
    expect(line(after(begin('demo', 10), 199), fabrikam)).toContain('I----');
    expect(line(after(begin('demo', 10), 200), fabrikam)).toContain('SI---');
    expect(line(after(begin('demo', 0.1), 25.2), fabrikam)).toContain('hub 1.2.1');
  });
});

function fail(): never {
  throw new Error('The offer is not in the scenario.');
}
