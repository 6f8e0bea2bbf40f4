import { renderPicture, type Look } from '../../src/cards/render-picture.js';
import { textOf } from './card-parts.js';
import { minutesAgo, now } from './sample-offers.js';
import { cardSamples } from './samples.js';

const samples = cardSamples();

function textsOf(name: string): readonly string[] {
  const sample = samples.find((each) => each.name === name);
  if (sample === undefined) throw new Error(`No sample ${name}.`);
  const { content } = renderPicture(sample.picture, sample.look);
  return [textOf(content), String(content['fallbackText'])];
}

describe('where Partner Center is off', () => {
  const unread = samples.filter(({ look }) => !look.reads).map(({ name }) => name);

  it.each(unread.filter((name) => name !== 'unverified-status-nothing'))('says so: %s', (name) => {
    for (const text of textsOf(name)) expect(text).toMatch(/not verified with Partner Center/i);
  });

  it.each(unread)('claims no read: %s', (name) => {
    for (const text of textsOf(name)) expect(text).not.toMatch(/Checked|last good read/);
  });

  it.each([
    ['unverified-status', 'pushed 3 min ago (23 Nov 2026, 14:18 UTC)'],
    ['unverified-status-old', 'pushed 1 d 4 h ago'],
    ['unverified-status-nothing', 'Nothing was pushed yet'],
    ['unverified-status-signed', 'submission 1152921505697654321. Not verified with Partner Center.'],
    ['unverified-approval', 'was pushed by your own pipeline'],
    ['unverified-approval-too-old', 'what is known is more than a day old'],
  ])('%s: %s', (name, words) => {
    for (const text of textsOf(name)) expect(text).toContain(words);
  });

  it('the record says what it rests on', () => {
    const [card, twin] = textsOf('unverified-signed-off');
    expect(card).toContain('Basis\nnot verified with Partner Center');
    expect(twin).toContain('Basis: not verified with Partner Center');
  });
});

it('where it is read nothing is said to be unverified', () => {
  for (const { name } of samples.filter(({ look }) => look.reads))
    for (const text of textsOf(name)) expect(text).not.toMatch(/not verified|pushed/i);
});

describe('a source', () => {
  it.each([
    ['partnerCenter', 'Partner Center does not answer', 'nothing can be signed off'],
    ['marketplace', 'The marketplace catalog does not answer', 'is not followed'],
    ['contentHub', 'The content hub does not answer', 'are not noticed'],
  ])('that is down: %s', (source, title, meaning) => {
    const [card, twin] = textsOf(`source-${source}-down`);
    for (const words of [title, meaning, 'Since\n23 Nov 2026, 14:05 UTC', 'For\n16 min'])
      expect(card).toContain(words);
    expect(card).not.toContain('Back');
    expect(twin).toContain('Since: 23 Nov 2026, 14:05 UTC');
  });

  it.each([
    ['partnerCenter', 'Partner Center answers again'],
    ['marketplace', 'The marketplace catalog answers again'],
    ['contentHub', 'The content hub answers again'],
  ])('that is back: %s', (source, title) => {
    const [card, twin] = textsOf(`source-${source}-back`);
    for (const words of [title, 'Back\n23 Nov 2026, 14:21 UTC', 'For\n6 d 6 h'])
      expect(card).toContain(words);
    expect(twin).toContain('For: 6 d 6 h');
  });

  it('is told in the zone of whoever reads it, and as simulated where it is', () => {
    const notice = {
      source: 'partnerCenter',
      kind: 'down',
      seq: 1,
      failingSince: minutesAgo(16),
      at: now,
    } as const;
    const look: Look = {
      now,
      timeZone: 'Europe/Berlin',
      hubWatched: true,
      simulated: true,
      reads: true,
      goLive: 'promote',
    };
    const { content, summary } = renderPicture({ kind: 'sourceNotice', notice }, look);
    expect(textOf(content)).toContain('Simulated');
    expect(textOf(content)).toContain('23 Nov 2026, 15:05 CET');
    expect(summary).toBe('Partner Center does not answer');
  });
});
