import type { Picture } from '../../src/domain/picture.js';
import { renderPicture, type Look } from '../../src/cards/render-picture.js';
import { textOf } from './card-parts.js';
import { now, offerWith, signedOffer, submissionAt } from './sample-offers.js';

const look: Look = {
  now,
  timeZone: 'UTC',
  hubWatched: true,
  simulated: false,
  reads: true,
  goLive: 'promote',
};
const waiting = submissionAt('publisherApproval', 'waiting', 130);

function text(picture: Picture): string {
  return textOf(renderPicture(picture, look).content);
}

describe('an approval that is over', () => {
  const closed = (offer: Extract<Picture, { kind: 'closedApproval' }>['offer']): string =>
    text({ kind: 'closedApproval', offer, submissionId: waiting.submissionId, notice: null });

  it.each([
    [
      'superseded',
      offerWith(submissionAt('validation', 'inProgress', 1, { submissionId: '7' })),
      /newer submission has taken its place/,
    ],
    [
      'moved on',
      offerWith(submissionAt('certification', 'inProgress', 1)),
      /moved on without a sign-off here/,
    ],
    ['live', offerWith(submissionAt('contentHub', 'inProgress', 1)), /went live without a sign-off here/],
    ['cancelled', offerWith(submissionAt('preview', 'cancelled', 1)), /does not wait for approval any more/],
    ['not yet', offerWith(submissionAt('preview', 'inProgress', 1)), /does not wait for publisher approval/],
    ['gone', offerWith(null), /no submission/],
  ])('%s', (_, offer, words) => {
    expect(closed(offer)).toMatch(words);
    expect(closed(offer)).not.toMatch(/signed/i);
  });
});

it('gives the reason once when a press met a closed approval', () => {
  const current = submissionAt('validation', 'inProgress', 1, { submissionId: '7', releaseNumber: 5 });
  const offer = offerWith(current);
  const { submissionId } = waiting;
  const closed = { kind: 'closedApproval', offer, submissionId } as const;
  const refused = text({ ...closed, notice: { kind: 'refused', refusal: { kind: 'superseded', current } } });
  expect(refused.match(/has taken its place/g)).toHaveLength(1);
  expect(text({ ...closed, notice: { kind: 'said', text: 'Saved.' } })).toMatch(
    /Saved\.[\s\S]*taken its place/,
  );
});

it('shows the open approval where a sign-off was released', () => {
  const offer = { ...signedOffer(waiting, 'refused'), signOff: null };
  const words = text({ kind: 'signedOff', offer, notice: null });
  expect(words).toContain('Partner Center refused Go live');
  expect(words).toContain('Review the preview');
  expect(text({ kind: 'signedOff', offer: offerWith(null), notice: null })).toContain('no submission');
});
