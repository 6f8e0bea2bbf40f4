import { renderPicture } from '../../src/cards/render-picture.js';
import { actionsOf, textOf } from './card-parts.js';
import { cardSamples } from './samples.js';

const samples = cardSamples();

/** All that is read on a sample, and that its plain twin says it too. */
function read(name: string): string {
  const sample = samples.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`No sample ${name}.`);
  const { content } = renderPicture(sample.picture, sample.look);
  const twin = String(content['fallbackText']);
  return `${textOf(content)}\n--\n${twin}`;
}

/** Said on the card and in its plain twin. */
function expectBoth(name: string, words: string): void {
  for (const text of read(name).split('\n--\n')) expect(text).toContain(words);
}

describe('what is late', () => {
  it.each([
    ['validation', 'Automated validation is late', 'ask Microsoft’s support'],
    ['certification', 'Certification is late', 'ask Microsoft’s support'],
    ['contentHub', 'Content hub is late', 'Write to AzureSentinelPartner@microsoft.com'],
  ])('%s', (stage, headline, ask) => {
    expectBoth(`transition-late-${stage}`, headline);
    expectBoth(`transition-late-${stage}`, ask);
  });

  it('asks nobody at Microsoft where the publisher himself keeps it out', () => {
    expectBoth('transition-late-obstacle', 'This keeps it out of the content hub');
    expect(read('transition-late-obstacle')).not.toContain('Write to');
  });
});

describe('an offer that is gone', () => {
  it.each(['transition-gone', 'status-gone', 'approval-gone', 'offers-gone'])('says so: %s', (name) => {
    expectBoth(name, 'Not in Partner Center any more');
    expect(read(name)).not.toMatch(/for you|then sign off|usually/);
  });

  it('says how to stop following it', () => {
    expectBoth('transition-gone', 'untrack contoso.azure-sentinel-solution-contoso');
  });

  it('offers nobody the sign-off', () => {
    const titles = samples
      .filter(({ picture }) => 'offer' in picture && picture.offer.gone)
      .flatMap(({ picture, look }) => actionsOf(renderPicture(picture, look).content))
      .map(({ title }) => title);
    expect(new Set(titles)).toEqual(new Set(['Status', 'Refresh', 'Open in Partner Center']));
  });
});

describe('a live offer that cannot reach the content hub', () => {
  const reasons = [
    ['keywordMissing', 'The Sentinel keyword f1de974b-f438-4719-b423-8bf704ba2aef is not among'],
    ['planHidden', 'Its plans are hidden or private'],
    ['stopSell', 'Its sale was stopped'],
    ['notSolutionTemplate', 'Its plan is no solution template'],
  ] as const;

  it.each(reasons)('says which it is: %s', (obstacle, words) => {
    for (const name of [`status-obstacle-${obstacle}`, `transition-live-obstacle-${obstacle}`]) {
      expectBoth(name, words);
      expectBoth(name, 'Live, but it cannot reach the content hub');
      for (const [other, others] of reasons) if (other !== obstacle) expect(read(name)).not.toContain(others);
    }
  });

  it.each(samples.map(({ name }) => name).filter((name) => /obstacle/.test(name) && !/early/.test(name)))(
    'is never on its way there: %s',
    (name) => {
      expect(read(name)).not.toMatch(/on its way|expected by|follows in a day/);
    },
  );

  it.each(['transition-unsigned-obstacle', 'transition-resubmitted-obstacle', 'status-early-obstacles'])(
    'says all that keeps it out beside what else is to be said: %s',
    (name) => {
      for (const [, words] of reasons) expectBoth(name, words);
    },
  );
});

describe('a new submission of which steps were missed', () => {
  it.each([
    ['unsigned', ['Nobody signed off here', 'found past publisher approval'], /Auto-promote/],
    ['auto-promote', ['Review the preview now', 'Auto-promote is on'], /Nobody/],
    ['both', ['Nobody signed off here', 'Auto-promote is on'], /Review the preview/],
    ['failed', ['Correct the offer', 'does not list the permissions'], /Nobody|Review the preview/],
    ['failed-unsigned', ['Correct the offer', 'the permissions', 'Nobody signed off here'], /Review/],
  ])('%s', (name, words, never) => {
    for (const each of words) expectBoth(`transition-resubmitted-${name}`, each);
    expect(read(`transition-resubmitted-${name}`)).not.toMatch(never);
  });

  it('is not said to have moved from where the one before it stood', () => {
    for (const { name } of samples.filter((each) => each.name.startsWith('transition-resubmitted')))
      expect(read(name)).not.toContain('→');
  });
});
