import { defaultChecklist } from '../../src/domain/checklist.js';
import type { Notice } from '../../src/domain/picture.js';
import { renderPicture, type Look } from '../../src/cards/render-picture.js';
import { refusals } from './approval-samples.js';
import { actionsOf, partsOfType, textOf } from './card-parts.js';
import { confirmed, now, offerWith, submissionAt } from './sample-offers.js';

const look: Look = {
  now,
  timeZone: 'UTC',
  hubWatched: true,
  simulated: false,
  reads: true,
  goLive: 'promote',
};
const waiting = submissionAt('publisherApproval', 'waiting', 12);
const offer = offerWith(waiting, { confirmations: confirmed(1, 4) });

function approval(notice: Notice | null = null, more: Partial<Look> = {}) {
  return renderPicture({ kind: 'approval', offer, notice }, { ...look, ...more }).content;
}

it('has one box per item and nothing that asks for all of them in the client', () => {
  const toggles = partsOfType(approval(), 'Input.Toggle');
  expect(toggles.map(({ id, value, valueOn, valueOff }) => ({ id, value, valueOn, valueOff }))).toEqual(
    defaultChecklist.map(({ n }) => ({
      id: `item.${n}`,
      value: n === 1 || n === 4 ? 'true' : 'false',
      valueOn: 'true',
      valueOff: 'false',
    })),
  );
  for (const toggle of toggles) expect(toggle).not.toHaveProperty('isRequired');
});

it('has Go live and Save with exactly the data agreed on', () => {
  const data = { offerKey: offer.offerKey, submissionId: waiting.submissionId };
  const actions = actionsOf(approval());
  expect(actions).toEqual([
    expect.objectContaining({
      type: 'Action.Execute',
      title: 'Go live',
      verb: 'goLive',
      data: { verb: 'goLive', ...data },
      fallback: expect.objectContaining({ type: 'Action.Submit', data: { verb: 'goLive', ...data } }),
    }),
    expect.objectContaining({
      type: 'Action.Execute',
      title: 'Save',
      verb: 'saveTicks',
      data: { verb: 'saveTicks', ...data },
      fallback: expect.objectContaining({ type: 'Action.Submit', data: { verb: 'saveTicks', ...data } }),
    }),
    {
      type: 'Action.OpenUrl',
      title: 'Open in Partner Center',
      url: `https://partner.microsoft.com/dashboard/commercial-marketplace/offers/${offer.productId}/overview`,
    },
  ]);
});

it.each(['card', 'plain text'])('says everything that a signer must know: %s', (form) => {
  const content = approval();
  const text = form === 'card' ? textOf(content) : String(content['fallbackText']);
  for (const words of [
    'Contoso Threat Protection',
    '3.0.1 · release 4',
    waiting.submissionId,
    '654321',
    'Publisher signoff',
    'Azure portal preview',
    'Azure Marketplace preview',
    'up to 4 hours',
    'cannot be undone',
    'Confirmed by Quality lead, 23 Nov 2026, 13:25 UTC',
    `confirm ${offer.offerKey} all`,
    `sign off ${offer.offerKey} 654321`,
    ...defaultChecklist.map(({ title }) => title),
  ])
    expect(text).toContain(words);
});

it('says in record mode where Go live is then pressed', () => {
  expect(textOf(approval(null, { goLive: 'record' }))).toContain(
    'your sign-off is recorded; then Go live must be pressed in Partner Center',
  );
});

it('has no link while the product is not known', () => {
  const { content } = renderPicture(
    { kind: 'approval', offer: { ...offer, productId: null }, notice: null },
    look,
  );
  expect(actionsOf(content)).toHaveLength(2);
  expect(textOf(content)).not.toContain('button below');
});

describe('a refused press', () => {
  const expected: Readonly<Record<string, readonly RegExp[]>> = {
    noIdentity: [/did not say who you are/, /personal chat/],
    alreadySigned: [/Already signed off by Quality lead/, /23 Nov 2026, 14:05 UTC/],
    notApprover: [/not an approver/, /Ask an approver/],
    superseded: [/newer submission/, /3\.0\.2/, /1152921505698765432/],
    notWaiting: [/does not wait for publisher approval/, /in certification/],
    noSubmission: [/no submission/, /Publish the offer/],
    incomplete: [/3 items are open/, /3 The data connector connects; 5 The listing reads well/],
    newer: [/newer submission/, /in a moment/],
    notReady: [/does not show it as ready/, /try again/],
    tooOld: [/more than a day old/, /push the present state/, /try again/],
    unverified: [/could not be read just now/, /Nothing was signed/, /try again/],
  };

  it.each(refusals())('says why and what to do: $kind', (refusal) => {
    const content = approval({ kind: 'refused', refusal });
    const text = textOf(content);
    const patterns = expected[refusal.kind] ?? [];
    expect(patterns.length).toBeGreaterThan(1);
    for (const pattern of patterns) expect(text).toMatch(pattern);
    for (const pattern of patterns) expect(content['fallbackText']).toMatch(pattern);
  });
});

it.each([
  [{ kind: 'saved', added: 1 }, 'Saved: 1 item confirmed'],
  [{ kind: 'saved', added: 3 }, 'Saved: 3 items confirmed'],
  [{ kind: 'saved', added: 0 }, 'Nothing new to save'],
  [{ kind: 'said', text: 'This channel now follows it.' }, 'This channel now follows it.'],
] as const)('says what a press or command did: %j', (notice, words) => {
  expect(textOf(approval(notice))).toContain(words);
});
