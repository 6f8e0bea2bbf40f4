import type { OfferEvent } from '../domain/event.js';
import type { Look } from './look.js';
import { personOf } from './naming.js';
import { boxOf, detailText, type Box, type BoxStyle } from './next-step.js';
import { inSentence, stageNames, standing } from './stage-words.js';

/** What happened, as the headline of the event's card and of its toast. */
export function eventHeadline(event: OfferEvent): string {
  switch (event.kind) {
    case 'moved':
      return movedHeadline(event);
    case 'resubmitted':
      return `New submission: ${inSentence(standing(event.to))}`;
    case 'unsigned':
      return event.to.stage === 'contentHub'
        ? 'Went live without a sign-off here'
        : 'Go live without a sign-off here';
    case 'autoPromote':
      return 'Partner Center will go live by itself';
    case 'signed':
      return event.signOff === null ? 'Signed off' : `Signed off by ${personOf(event.signOff.by)}`;
    case 'goLive':
      return goLiveHeadline(event);
  }
}

function movedHeadline({ to, movement }: OfferEvent): string {
  if (to.stage === 'publisherApproval' && to.status === 'waiting' && movement !== 'back')
    return 'Preview created: waiting for publisher approval';
  return movement === 'back' ? `Back a stage: ${inSentence(standing(to))}` : standing(to);
}

function goLiveHeadline({ goLive }: OfferEvent): string {
  switch (goLive) {
    case 'accepted':
      return 'Partner Center accepted Go live';
    case 'refused':
      return 'Partner Center refused Go live';
    case 'unknown':
      return 'No answer from Partner Center yet';
    case 'notTaken':
      return 'Partner Center did not take Go live';
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
    case 'publishing':
    case 'live':
    case null:
      return 'Go live requested';
  }
}

/** What it means and what somebody must do now. */
export function eventBox(event: OfferEvent, look: Look): Box {
  const { kind, to } = event;
  switch (kind) {
    case 'moved':
    case 'resubmitted':
      return positionBox(event);
    case 'unsigned':
      return boxOf(
        'warning',
        'Nobody signed off here',
        `Partner Center moved past publisher approval: ${inSentence(standing(to))}. Ask who pressed Go live there.`,
      );
    case 'autoPromote':
      return boxOf(
        'warning',
        'Auto-promote is on',
        'Partner Center will not wait for a sign-off. Review the preview now; cancel the publish in Partner Center if it must not go live.',
      );
    case 'signed':
      return look.goLive === 'record'
        ? boxOf('accent', 'Sign-off recorded', 'Now press Go live on the offer’s page in Partner Center.')
        : boxOf('emphasis', 'Go live requested', 'Partner Center is being asked. It is not live yet.');
    case 'goLive':
      return goLiveBox(event);
  }
}

function goLiveBox({ goLive, detail }: OfferEvent): Box {
  switch (goLive) {
    case 'refused':
      return boxOf(
        'attention',
        'Nothing went live',
        detailText(detail),
        'Remove the cause in Partner Center, then sign off again.',
      );
    case 'unknown':
      return boxOf(
        'warning',
        'Please do not press again',
        'We asked Partner Center and did not get an answer; reading until it is known.',
      );
    case 'notTaken':
      return boxOf(
        'attention',
        'It still waits for publisher approval',
        'The request did not arrive. An approver may sign off again.',
      );
    case 'accepted':
    case 'signed':
    case 'recorded':
    case 'promoteStarted':
    case 'publishing':
    case 'live':
    case null:
      return boxOf(
        'emphasis',
        'Nothing to do now',
        'Certification and publishing follow. It is not live yet.',
      );
  }
}

function positionBox({ to, detail }: OfferEvent): Box {
  if (to.status === 'failed')
    return boxOf(
      'attention',
      `${stageNames[to.stage]} needs attention`,
      detailText(detail),
      'Read the report in Partner Center, correct the offer and publish it again.',
    );
  if (to.status === 'cancelled')
    return boxOf(
      'attention',
      'It goes no further',
      'Publish the offer again in Partner Center when it is ready.',
    );
  if (to.stage === 'publisherApproval' && to.status === 'waiting')
    return boxOf('accent', 'Waiting for you', 'Next: review the preview, then sign off.');
  return boxOf(styleOf(to), ...calmWords(to));
}

function styleOf({ stage }: OfferEvent['to']): BoxStyle {
  return stage === 'contentHub' ? 'good' : 'emphasis';
}

function calmWords({ stage, status }: OfferEvent['to']): readonly [string, string] {
  if (stage !== 'contentHub') return ['Nothing to do now', nextWords[stage]];
  return status === 'succeeded'
    ? ['Arrived', 'Customers can install this version from the content hub in Microsoft Sentinel.']
    : ['Live', 'Customers find it in the marketplace. The content hub follows in a day or two.'];
}

const nextWords: Readonly<Record<Exclude<OfferEvent['to']['stage'], 'contentHub'>, string>> = {
  validation: 'The preview is created next.',
  preview: 'Publisher approval comes next: the preview must be reviewed then.',
  publisherApproval: 'Certification comes next.',
  certification: 'Microsoft reviews it by hand: usually up to 3 business days.',
  publishing: 'It is in the marketplace next: usually within 2 h.',
};
