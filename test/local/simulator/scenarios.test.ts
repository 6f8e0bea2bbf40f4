import { scenarios } from '../../../src/local/simulator/scenarios/all.js';
import { offerKey } from '../../../src/local/simulator/state.js';
import { Rig, type Json } from './rig.js';
import { after, begin, line, lines, promotedAt } from './telling.js';

function keyOf(publisher: string): string {
  return `${publisher}.azure-sentinel-solution-${publisher}`;
}

const inDraft = 'InProgress/InDraft, none';
const atHub = 'Published/InStore, SSSSS';
const ready = 'Published/ReadyToPublish, SSI--';

describe('each story by itself', () => {
  it.each([
    ['happy', 'bellows', 0, `#1 1.0.0, ${inDraft}, catalog none, hub none`],
    ['happy', 'bellows', 3, '#1 1.0.0, InProgress/Submitted, I----, catalog none, hub none'],
    ['happy', 'bellows', 23, '#1 1.0.0, InProgress/Submitted, SI---, catalog none, hub none'],
    ['happy', 'bellows', 43, `#1 1.0.0, ${ready}, catalog none, hub none`],
    ['happy', 'bellows', 86_400, `#1 1.0.0, ${ready}, catalog none, hub none`],
    ['failures', 'tailspin', 86_400, `#1 1.0.0, ${inDraft}, catalog none, hub none`],
    ['failures', 'proseware', 86_400, '#1 1.1.0, InProgress/Failed, F----, catalog none, hub none'],
    ['failures', 'litware', 86_400, '#1 1.3.0, InProgress/Failed, SF---, catalog none, hub none'],
    ['failures', 'woodgrove', 86_400, `#1 4.0.0, ${atHub}, catalog 4.0.0, hub none`],
    [
      'failures',
      'lucerne',
      86_400,
      '#1 2.2.0, Published/FailedInCertification, SSSF-, catalog none, hub none',
    ],
    ['failures', 'wingtip', 86_400, `#1 1.5.0, ${atHub}, catalog 1.5.0, hub none`],
    ['failures', 'vanarsdel', 86_400, `#1 1.0.4, ${atHub}, catalog 1.0.4, hub none`],
    ['failures', 'treyresearch', 86_400, `#1 3.1.0, ${atHub}, catalog 3.1.0, hub none`],
    ['resubmission', 'wideworld', 14.9, `#1 2.0.0, ${atHub}, catalog 2.0.0, hub 2.0.0`],
    ['resubmission', 'wideworld', 15, `#2 2.1.0, ${inDraft}, catalog 2.0.0, hub 2.0.0`],
    ['resubmission', 'wideworld', 86_400, `#2 2.1.0, ${ready}, catalog 2.0.0, hub 2.0.0`],
    [
      'resubmission',
      'adventureworks',
      68,
      '#1 1.0.0, Published/FailedInCertification, SSSF-, catalog none, hub none',
    ],
    ['resubmission', 'adventureworks', 83, `#2 1.0.1, ${inDraft}, catalog none, hub none`],
    ['superseded', 'nod', 19.9, `#2 1.1.0, ${ready}, catalog 1.0.0, hub 1.0.0`],
    ['superseded', 'nod', 20, `#3 1.1.1, ${inDraft}, catalog 1.0.0, hub 1.0.0`],
    ['hotfix', 'coho', 0, '#3 5.1.1, InProgress/Submitted, SI---, catalog 5.1.0, hub 5.0.0'],
    ['hotfix', 'coho', 30, `#3 5.1.1, ${ready}, catalog 5.1.0, hub 5.0.0`],
    ['hotfix', 'coho', 90, `#3 5.1.1, ${ready}, catalog 5.1.0, hub 5.1.0`],
    ['cancelled', 'munson', 42.9, '#1 1.0.0, InProgress/Submitted, SI---, catalog none, hub none'],
    ['cancelled', 'munson', 43, 'none, catalog none, hub none'],
    ['cancelled', 'fourthcoffee', 40, `#2 3.2.0, ${ready}, catalog 3.1.0, hub 3.1.0`],
    ['cancelled', 'fourthcoffee', 60, `#1 3.1.0, ${atHub}, catalog 3.1.0, hub 3.1.0`],
    ['cancelled', 'fourthcoffee', 80, `#3 3.2.1, ${inDraft}, catalog 3.1.0, hub 3.1.0`],
    ['auto-promote', 'humongous', 42.9, '#1 2.0.0, InProgress/Submitted, SI---, catalog none, hub none'],
    ['auto-promote', 'humongous', 43, '#1 2.0.0, Published/Publishing, SSSI-, catalog none, hub none'],
    ['auto-promote', 'humongous', 163, `#1 2.0.0, ${atHub}, catalog 2.0.0, hub 2.0.0`],
    ['promote-too-early', 'lamna', 600, '#1 1.2.0, InProgress/Submitted, SI---, catalog none, hub none'],
    ['promote-too-early', 'lamna', 623, `#1 1.2.0, ${ready}, catalog none, hub none`],
    ['already-live', 'alpine', 86_400, `#1 3.0.0, ${atHub}, catalog 3.0.0, hub 3.0.0`],
    ['already-live', 'southridge', 0, `#2 3.0.0, ${atHub}, catalog 3.0.0, hub 3.0.0`],
    ['deleted-offer', 'margie', 62.9, `#1 1.0.0, ${ready}, catalog none, hub none`],
    ['managed-application', 'blueyonder', 86_400, `#1 1.0.0, ${atHub}, catalog 1.0.0, hub none`],
  ])('%s: %s after %d s: %s', (scenario, publisher, seconds, expected) => {
    expect(line(after(begin(scenario), seconds), keyOf(publisher))).toBe(expected);
  });

  it.each([
    ['happy', 'bellows', 100, `#1 1.0.0, ${atHub}, catalog 1.0.0, hub none`],
    ['happy', 'bellows', 160, `#1 1.0.0, ${atHub}, catalog 1.0.0, hub 1.0.0`],
    ['superseded', 'nod', 160, `#3 1.1.1, ${atHub}, catalog 1.1.1, hub 1.1.1`],
    ['resubmission', 'wideworld', 160, `#2 2.1.0, ${atHub}, catalog 2.1.0, hub 2.1.0`],
    ['cancelled', 'fourthcoffee', 260, `#3 3.2.1, ${atHub}, catalog 3.2.1, hub 3.2.1`],
  ])('%s: %s, promoted, %d s on: %s', (scenario, publisher, seconds, expected) => {
    const key = keyOf(publisher);
    const waited = scenario === 'happy' ? 43 : 200;
    expect(line(after(promotedAt(begin(scenario), key, waited), waited + seconds), key)).toBe(expected);
  });

  it('a promote before anybody else acts takes the script out of their hands', () => {
    const key = keyOf('margie');
    const promoted = promotedAt(begin('deleted-offer'), key, 50);
    expect(line(after(promoted, 86_400), key)).toBe(`#1 1.0.0, ${atHub}, catalog 1.0.0, hub 1.0.0`);
  });

  it.each([
    [
      'resubmission',
      'wideworld',
      ['#1 2.0.0, Published/InStore, SSSSS', '#2 2.1.0, Published/ReadyToPublish, SSI--'],
    ],
    [
      'superseded',
      'nod',
      [
        '#1 1.0.0, Published/InStore, SSSSS',
        '#2 1.1.0, Published/ReadyToPublish, SSI--',
        '#3 1.1.1, Published/ReadyToPublish, SSI--',
      ],
    ],
  ])('%s: %s has in the end %j', (scenario, publisher, expected) => {
    expect(lines(after(begin(scenario), 86_400), keyOf(publisher))).toStrictEqual(expected);
  });

  it.each(scenarios.map(({ name }) => name))('%s says the same in one leap as in many steps', (name) => {
    let stepwise = begin(name);
    for (let seconds = 0; seconds <= 700; seconds += 7.3) stepwise = after(stepwise, seconds);
    expect(after(stepwise, 700)).toStrictEqual(after(begin(name), 700));
  });
});

describe('each scenario', () => {
  it.each(scenarios.map(({ name, offers }) => [name, offers.length] as const))(
    '%s starts by its name, with its %d offers, none of them twice',
    async (name, count) => {
      const rig = await Rig.start({ scenario: name });
      try {
        const state = (await rig.control('state')).json();
        expect([state['scenario'], rig.ready.offers.length]).toStrictEqual([name, count]);
        expect(new Set(rig.ready.offers).size).toBe(count);
      } finally {
        await rig.end();
      }
    },
  );

  it('says in a line what is to be seen, in the control route too', async () => {
    const rig = await Rig.start();
    const told = (await rig.control('scenarios')).json() as { scenarios: Json[] };
    await rig.end();
    expect(told.scenarios).toStrictEqual(
      scenarios.map(({ name, description }) => ({ name, description: expect.stringContaining(description) })),
    );
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s has names that fit',
    (_, { offers }) => {
      for (const offer of offers) {
        expect(offerKey(offer)).toMatch(/^[a-z0-9-]+\.[a-z0-9][a-z0-9-_]{2,49}$/u);
      }
    },
  );
});
