import type { GoLiveState } from '../../src/domain/go-live-state.js';
import type { Picture } from '../../src/domain/picture.js';
import { hasPassed } from '../../src/domain/stage.js';
import { renderPicture, type Look } from '../../src/cards/render-picture.js';
import { textOf } from './card-parts.js';
import { minutesAgo, now, offerWith, signedOffer, submissionAt } from './sample-offers.js';
import { cardSamples } from './samples.js';

const look: Look = {
  now,
  timeZone: 'UTC',
  hubWatched: true,
  simulated: false,
  reads: true,
  goLive: 'promote',
};
const waiting = submissionAt('publisherApproval', 'waiting', 130);

function text(picture: Picture, more: Partial<Look> = {}): string {
  const { content } = renderPicture(picture, { ...look, ...more });
  expect(content['fallbackText']).toBeTruthy();
  return textOf(content);
}

function status(offer: Extract<Picture, { kind: 'status' }>['offer'], more: Partial<Look> = {}): string {
  const freshness = { checkedAt: minutesAgo(3), stale: false };
  return text({ kind: 'status', offer, submissionId: null, said: null, freshness }, more);
}

function wordsOf(picture: Picture, look: Look): string {
  const { content, summary } = renderPicture(picture, look);
  return `${textOf(content)}\n${String(content['fallbackText'])}\n${summary}`;
}

describe('what is said of Go live', () => {
  it.each<[GoLiveState, RegExp]>([
    ['signed', /Go live requested/],
    ['recorded', /Go live requested/],
    ['promoteStarted', /Go live requested/],
    ['accepted', /Accepted by Partner Center/],
    ['refused', /Partner Center refused Go live/],
    ['unknown', /did not get an answer; reading until it is known/],
    ['notTaken', /did not take Go live/],
  ])('%s', (state, words) => {
    const offer = signedOffer(waiting, state);
    const signedOff = text({ kind: 'signedOff', offer, notice: null });
    expect(signedOff).toMatch(words);
    expect(status(offer)).toMatch(words);
    expect(signedOff).toContain('Signed off by Release manager');
  });

  it.each<GoLiveState>(['signed', 'recorded'])('%s, where the bot only records', (state) => {
    const words = text(
      { kind: 'signedOff', offer: signedOffer(waiting, state), notice: null },
      { goLive: 'record' },
    );
    expect(words).toContain('Sign-off recorded: press Go live in Partner Center');
    expect(words).not.toContain('requested');
  });

  it('is never “approved”', () => {
    for (const { picture, look } of cardSamples()) {
      const words = wordsOf(picture, look).replaceAll('Package and version are the approved ones', '');
      expect(words).not.toMatch(/\bapproved\b/i);
    }
  });

  it('is “live” or “in the content hub” only once publishing has succeeded', () => {
    for (const { picture, look } of cardSamples()) {
      if (!('offer' in picture)) continue;
      const { current, live } = picture.offer;
      const published = [current, live].some((each) => each !== null && hasPassed(each.stages, 'publishing'));
      if (!published)
        expect(wordsOf(picture, look)).not.toMatch(
          /live in the marketplace|\bis live\b|^in the content hub/im,
        );
    }
  });
});

describe('the rail', () => {
  it('names six stages with their state in words', () => {
    const words = status(offerWith(waiting));
    for (const line of [
      'Automated validation\ntook 1 h 24 min',
      'Preview creation\ntook 47 min',
      'Publisher approval\nwaiting for you\nsince 23 Nov 2026, 12:11 UTC (2 h 10 min)',
      'Certification\nusually up to 3 business days',
      'Publishing\nusually up to 2 h',
      'Content hub\nusually 1–2 days',
    ])
      expect(words).toContain(line);
  });

  it('says late, since when and by when it was expected', () => {
    const words = status(offerWith(submissionAt('validation', 'inProgress', 30 * 60)));
    expect(words).toContain('Automated validation is late');
    expect(words).toContain(
      'late\nsince 22 Nov 2026, 08:21 UTC (1 d 6 h)\nexpected by 22 Nov 2026, 10:21 UTC',
    );
  });

  it('does not call a content hub late that nobody observes', () => {
    const offer = offerWith(submissionAt('contentHub', 'inProgress', 12 * 1_440));
    expect(status(offer)).toContain('Content hub is late');
    const unobserved = status(offer, { hubWatched: false });
    expect(unobserved).toContain('not observed');
    expect(unobserved).toContain('expected by');
    expect(unobserved).not.toContain('late\n');
  });

  it('shows the older submission when it is asked for', () => {
    const live = submissionAt('contentHub', 'inProgress', 90, {
      submissionId: '42',
      releaseNumber: 3,
      version: '2.4.0',
    });
    const offer = offerWith(submissionAt('preview', 'inProgress', 12), { live });
    const freshness = { checkedAt: null, stale: true };
    const words = text({ kind: 'status', offer, submissionId: '42', said: null, freshness });
    expect(words).toContain('Version 2.4.0 · release 3 · submission 42');
    expect(words).toContain('Also 3.0.1: the preview is being created.');
    expect(words).toContain('could not be read yet');
  });
});

it('says when it was checked, and when that is not to be trusted', () => {
  const offer = offerWith(waiting);
  const at = (checkedAt: string | null, stale: boolean): string =>
    text({ kind: 'status', offer, submissionId: null, said: null, freshness: { checkedAt, stale } });
  expect(at(minutesAgo(3), false)).toContain('Checked 3 min ago with Partner Center');
  expect(at(minutesAgo(210), true)).toContain(
    'May be stale: last good read of Partner Center 3 h 30 min ago',
  );
  expect(at(now, false)).toContain('Checked just now');
  expect(at(null, false)).toContain('Not checked');
});
