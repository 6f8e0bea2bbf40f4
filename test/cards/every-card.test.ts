import { renderPicture } from '../../src/cards/render-picture.js';
import type { Picture } from '../../src/domain/picture.js';
import { actionsOf, partsOf, partsOfType, textOf } from './card-parts.js';
import { complaintsAbout } from './official-parser.js';
import { cardSamples } from './samples.js';

const samples = cardSamples().map((sample) => ({
  ...sample,
  card: renderPicture(sample.picture, sample.look),
}));

it('has a sample of every picture', () => {
  const kinds: readonly Picture['kind'][] = [
    'status',
    'transition',
    'approval',
    'signedOff',
    'closedApproval',
    'guide',
    'offers',
    'choice',
    'subscriptions',
    'sourceNotice',
  ];
  expect(new Set(samples.map(({ picture }) => picture.kind))).toEqual(new Set(kinds));
  expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
});

describe.each(samples)('$name', ({ picture, card: { content, summary } }) => {
  const json = JSON.stringify(content);

  it('is understood by the official parser at its version', () => {
    expect(complaintsAbout(content)).toEqual([]);
  });

  it('names the lowest version that holds it', () => {
    const executes = partsOfType(content, 'Action.Execute').length > 0;
    expect(content['version']).toBe(executes ? '1.5' : '1.2');
  });

  it('can be read without a card and in a toast', () => {
    expect(String(content['fallbackText']).length).toBeGreaterThan(20);
    expect(summary.length).toBeGreaterThan(5);
    expect(summary).not.toContain('\n');
  });

  it('is small and has few actions', () => {
    expect(Buffer.byteLength(json)).toBeLessThan(25_000);
    expect(actionsOf(content).length).toBeLessThanOrEqual(6);
  });

  it('has nothing of its template left and nothing missing', () => {
    expect(json).not.toContain('${');
    expect(`${json} ${summary}`).not.toMatch(/null|undefined|NaN|Invalid Date|\[object/);
    expect(partsOf(content).some((part) => '$data' in part || '$when' in part)).toBe(false);
    for (const part of partsOfType(content, 'TextRun')) expect(part['text']).not.toBe('');
  });

  it('keeps to what Teams shows on telephones', () => {
    expect(json).not.toMatch(/"Table"|targetWidth|Action\.ShowCard|"Image"|"FactSet"/);
    for (const part of partsOfType(content, 'TextBlock')) expect(part['wrap']).toBe(true);
  });

  it('falls back to Action.Submit with the same data', () => {
    for (const action of partsOfType(content, 'Action.Execute')) {
      const data = action['data'] as Record<string, unknown>;
      expect(action['verb']).toBe(data['verb']);
      expect(action['fallback']).toMatchObject({ type: 'Action.Submit', title: action['title'], data });
    }
  });

  it('can be done by typing', () => {
    for (const { data } of partsOfType(content, 'Action.Execute')) {
      const { verb, command } = data as { verb: string; command?: string };
      if (verb === 'run') expect(content['fallbackText']).toContain(String(command));
    }
  });

  it('says Simulated where the offer is, and only there', () => {
    const simulated =
      'offer' in picture
        ? picture.offer.simulated
        : picture.kind === 'offers' && picture.sightings.some(({ offer }) => offer.simulated);
    for (const words of [textOf(content), String(content['fallbackText']), summary])
      expect(words.includes('Simulated')).toBe(simulated);
  });

  it('never uses text colours that cannot be read on Teams’ white', () => {
    expect(json).not.toMatch(/"color":"(Warning|Good|Light)"/);
  });
});
