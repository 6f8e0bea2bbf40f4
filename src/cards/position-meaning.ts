import type { OfferEvent } from '../domain/offer-event.js';
import type { Offer } from '../domain/offer.js';
import type { Position } from '../domain/stage.js';
import { boxOf, detailText, type Box } from './box.js';
import { boxed, calm, type Meaning } from './meaning.js';
import { isBlocked, obstacleWords, standingOf } from './obstacle-words.js';
import { inSentence } from './stage-words.js';

/** What it means that a submission stands where it stands now. */
export function positionMeaning({ to, detail }: OfferEvent, offer: Offer): Meaning {
  if (to.status === 'failed')
    return boxed(
      boxOf(
        'attention',
        'Correct the offer and publish it again',
        detailText(detail),
        'The report is on the offer’s page in Partner Center.',
      ),
    );
  if (to.status === 'cancelled')
    return boxed(boxOf('attention', 'Publish it again in Partner Center when it is ready'));
  if (to.stage === 'publisherApproval' && to.status === 'waiting')
    return boxed(boxOf('accent', 'Review the preview, then sign off'));
  return to.stage === 'contentHub' ? boxed(hubBox(to, offer)) : calm(nextWords[to.stage]);
}

function hubBox(to: Position, offer: Offer): Box {
  if (to.status === 'succeeded') return boxOf('good', 'Customers can install it from the content hub');
  return isBlocked(to, offer)
    ? boxOf('warning', 'This keeps it out of the content hub', ...obstacleWords(offer))
    : boxOf('good', 'Customers find it in the marketplace', 'The content hub follows in a day or two.');
}

const nextWords: Readonly<Record<Exclude<OfferEvent['to']['stage'], 'contentHub'>, string>> = {
  validation: 'Nothing to do now: the preview is created next.',
  preview: 'Nothing to do now: publisher approval comes next.',
  publisherApproval: 'Nothing to do now: certification comes next.',
  certification: 'Nothing to do now: Microsoft reviews it, usually in up to 3 business days.',
  publishing: 'Nothing to do now: it is in the marketplace next, usually within 2 h.',
};

/** A new submission that was found further on: what was missed is told with it, after what stopped it. */
export function newMeaning(event: OfferEvent, offer: Offer): Meaning {
  const { remarks, to } = event;
  const meaning = positionMeaning(event, offer);
  if (remarks.length === 0) return meaning;
  const autoPromote = remarks.includes('autoPromote')
    ? 'Auto-promote is on: Partner Center does not wait for a sign-off.'
    : '';
  if (!remarks.includes('unsigned'))
    return isOver(to) ? meaning : boxed(boxOf('warning', 'Review the preview now', autoPromote));
  if (isOver(to) && meaning.box !== null) {
    const { style, title, lines } = meaning.box;
    return boxed(boxOf(style, title, ...lines.map(({ text }) => text), 'Nobody signed off here.'));
  }
  const found = `It was found past publisher approval: ${inSentence(standingOf(to, offer))}.`;
  return boxed(boxOf('warning', 'Nobody signed off here', found, autoPromote, ...keptOut(to, offer)));
}

/** It goes no further by itself. */
function isOver({ status }: Position): boolean {
  return status === 'failed' || status === 'cancelled';
}

/** What keeps a live offer out of the content hub, or nothing. */
export function keptOut(to: Position, offer: Offer): readonly string[] {
  return isBlocked(to, offer) ? obstacleWords(offer) : [];
}

export function lateMeaning(to: Position, offer: Offer): Meaning {
  if (isBlocked(to, offer)) return boxed(hubBox(to, offer));
  const ask =
    to.stage === 'contentHub'
      ? 'Write to AzureSentinelPartner@microsoft.com with the offer id, the plan id and the time of publishing.'
      : 'Look at the offer’s page in Partner Center; ask Microsoft’s support if it stays like this.';
  return boxed(boxOf('warning', 'It takes longer than it should', ask));
}
