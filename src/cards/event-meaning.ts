import type { OfferEvent } from '../domain/offer-event.js';
import type { Offer } from '../domain/offer.js';
import type { Look } from './look.js';
import { obstacleWords } from './obstacle-words.js';
import { boxOf, detailText, type Box } from './box.js';
import { inSentence, standing } from './stage-words.js';

/** What an event means: a set-off box where it matters to somebody now, else a remark; never both. */
export interface Meaning {
  readonly box: Box | null;
  /** Empty beside a box. */
  readonly remark: string;
}

export function eventMeaning(event: OfferEvent, offer: Offer, look: Look): Meaning {
  const { kind, to } = event;
  switch (kind) {
    case 'moved':
      return positionMeaning(event, offer);
    case 'resubmitted':
      return remarkedMeaning(event, positionMeaning(event, offer));
    case 'late':
      return lateMeaning(to.stage, offer);
    case 'gone':
      return boxed(
        boxOf(
          'attention',
          'Was the offer deleted, or the account’s rights taken?',
          'Partner Center answers, and does not show it. If it is gone for good, stop following it with untrack.',
        ),
      );
    case 'unsigned':
      return boxed(
        boxOf(
          'warning',
          'Nobody signed off here',
          `Partner Center moved past publisher approval: ${inSentence(standing(to))}. Ask who pressed Go live there.`,
        ),
      );
    case 'autoPromote':
      return boxed(
        boxOf(
          'warning',
          'Review the preview now',
          'Auto-promote is on: Partner Center will not wait for a sign-off. Cancel the publish there if it must not go live.',
        ),
      );
    case 'signed':
      return look.goLive === 'record'
        ? boxed(
            boxOf(
              'accent',
              'Now press Go live in Partner Center',
              'The sign-off is recorded here; nothing goes live before that.',
            ),
          )
        : calm('Go live requested: Partner Center is being asked. It is not live yet.');
    case 'goLive':
      return goLiveMeaning(event);
  }
}

/** A new submission that was found further on: what was missed is told with it, after what stopped it. */
function remarkedMeaning({ remarks, to }: OfferEvent, meaning: Meaning): Meaning {
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
  const found = `It was found past publisher approval: ${inSentence(standing(to))}.`;
  return boxed(boxOf('warning', 'Nobody signed off here', found, autoPromote));
}

/** It goes no further by itself. */
function isOver({ status }: OfferEvent['to']): boolean {
  return status === 'failed' || status === 'cancelled';
}

function lateMeaning(stage: OfferEvent['to']['stage'], offer: Offer): Meaning {
  if (stage === 'contentHub' && offer.obstacles.length > 0) return boxed(hubBox(false, offer));
  const ask =
    stage === 'contentHub'
      ? 'Write to AzureSentinelPartner@microsoft.com with the offer id, the plan id and the time of publishing.'
      : 'Look at the offer’s page in Partner Center; ask Microsoft’s support if it stays like this.';
  return boxed(boxOf('warning', 'It takes longer than it should', ask));
}

function goLiveMeaning({ goLive, detail }: OfferEvent): Meaning {
  switch (goLive) {
    case 'refused':
      return boxed(
        boxOf(
          'attention',
          'Nothing went live',
          detailText(detail),
          'Remove the cause in Partner Center, then sign off again.',
        ),
      );
    case 'unknown':
      return boxed(
        boxOf(
          'warning',
          'Please do not press again',
          'We asked Partner Center and did not get an answer; reading until it is known.',
        ),
      );
    case 'notTaken':
      return boxed(
        boxOf(
          'attention',
          'It still waits for publisher approval',
          'The request did not arrive. An approver may sign off again.',
        ),
      );
    case 'accepted':
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
    case 'publishing':
    case 'live':
    case null:
      return calm('Certification and publishing follow. It is not live yet.');
  }
}

function positionMeaning({ to, detail }: OfferEvent, offer: Offer): Meaning {
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
  return to.stage === 'contentHub'
    ? boxed(hubBox(to.status === 'succeeded', offer))
    : calm(nextWords[to.stage]);
}

function hubBox(arrived: boolean, offer: Offer): Box {
  if (arrived) return boxOf('good', 'Customers can install it from the content hub');
  return offer.obstacles.length > 0
    ? boxOf('warning', 'It cannot reach the content hub', ...obstacleWords(offer))
    : boxOf('good', 'Customers find it in the marketplace', 'The content hub follows in a day or two.');
}

const nextWords: Readonly<Record<Exclude<OfferEvent['to']['stage'], 'contentHub'>, string>> = {
  validation: 'Nothing to do now: the preview is created next.',
  preview: 'Nothing to do now: publisher approval comes next.',
  publisherApproval: 'Nothing to do now: certification comes next.',
  certification: 'Nothing to do now: Microsoft reviews it, usually in up to 3 business days.',
  publishing: 'Nothing to do now: it is in the marketplace next, usually within 2 h.',
};

function boxed(box: Box): Meaning {
  return { box, remark: '' };
}

function calm(remark: string): Meaning {
  return { box: null, remark };
}
