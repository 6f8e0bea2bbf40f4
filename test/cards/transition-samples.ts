import type { OfferEvent } from '../../src/domain/offer-event.js';
import type { Offer } from '../../src/domain/offer.js';
import { positionOf, type Position } from '../../src/domain/stage.js';
import { minutesAgo, offerWith, signedOffer, signOffOf, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';

const waiting: Position = { stage: 'publisherApproval', status: 'waiting' };

export function transitionSamples(): readonly NamedPicture[] {
  const atApproval = submissionAt('publisherApproval', 'waiting', 1);
  const requested = signedOffer(atApproval, 'signed');
  const preview: Position = { stage: 'preview', status: 'inProgress' };
  const certification: Position = { stage: 'certification', status: 'inProgress' };
  const failed = submissionAt('certification', 'failed', 1_000);
  return [
    transition('preview', offerWith(submissionAt('preview', 'inProgress', 1)), {
      from: { stage: 'validation', status: 'inProgress' },
    }),
    transition('waiting', offerWith(atApproval), { from: preview }),
    transition('certification', signedOffer(submissionAt('certification', 'inProgress', 1), 'publishing'), {
      from: waiting,
    }),
    transition('failed', offerWith(failed), {
      from: certification,
      movement: 'status',
      detail: '300.4.1 The data connector page does not list the permissions that it needs.',
    }),
    transition('cancelled', offerWith(submissionAt('preview', 'cancelled', 20)), {
      from: preview,
      movement: 'status',
    }),
    transition('back', offerWith(submissionAt('validation', 'inProgress', 1)), {
      from: waiting,
      movement: 'back',
    }),
    transition('publishing', signedOffer(submissionAt('publishing', 'inProgress', 1), 'publishing'), {
      from: certification,
    }),
    transition('live', signedOffer(submissionAt('contentHub', 'inProgress', 1), 'live'), {
      from: { stage: 'publishing', status: 'inProgress' },
    }),
    transition('arrived', signedOffer(submissionAt('contentHub', 'succeeded', 1_500), 'live'), {
      from: { stage: 'contentHub', status: 'inProgress' },
      movement: 'status',
    }),
    transition('resubmitted', offerWith(submissionAt('validation', 'inProgress', 1)), {
      kind: 'resubmitted',
      from: { stage: 'certification', status: 'failed' },
      movement: 'back',
    }),
    transition('unsigned', offerWith(submissionAt('certification', 'inProgress', 1)), {
      kind: 'unsigned',
      from: waiting,
    }),
    transition('unsigned-live', offerWith(submissionAt('contentHub', 'inProgress', 1)), {
      kind: 'unsigned',
      from: waiting,
      movement: 'skipped',
    }),
    transition('auto-promote', offerWith(submissionAt('preview', 'inProgress', 1, { autoPromote: true })), {
      kind: 'autoPromote',
      movement: 'none',
    }),
    transition('signed', requested, { kind: 'signed', movement: 'none', signOff: signOffOf(atApproval) }),
    [
      ...transition('signed-record', requested, {
        kind: 'signed',
        movement: 'none',
        signOff: signOffOf(atApproval),
      }),
      { goLive: 'record' },
    ],
    transition('accepted', signedOffer(atApproval, 'accepted'), {
      kind: 'goLive',
      movement: 'none',
      goLive: 'accepted',
    }),
    transition(
      'refused',
      { ...signedOffer(atApproval, 'refused'), signOff: null },
      { kind: 'goLive', movement: 'none', goLive: 'refused', detail: 'The plan has no price.' },
    ),
    transition('unknown', signedOffer(atApproval, 'unknown'), {
      kind: 'goLive',
      movement: 'none',
      goLive: 'unknown',
    }),
    transition(
      'not-taken',
      { ...signedOffer(atApproval, 'notTaken'), signOff: null },
      { kind: 'goLive', movement: 'none', goLive: 'notTaken' },
    ),
  ];
}

/** An event of the offer's newest submission, as it stands. */
export function transition(
  name: string,
  offer: Offer,
  facts: Partial<OfferEvent>,
): readonly [string, NamedPicture[1]] {
  const { current } = offer;
  if (current === null) throw new Error('A sample event needs a submission.');
  const event: OfferEvent = {
    seq: 8,
    kind: 'moved',
    offerKey: offer.offerKey,
    submissionId: current.submissionId,
    releaseNumber: current.releaseNumber,
    version: current.version,
    at: minutesAgo(1),
    from: null,
    to: positionOf(current.stages),
    movement: 'forward',
    replaces: null,
    remarks: [],
    detail: null,
    signOff: null,
    goLive: null,
    ...facts,
  };
  return [`transition-${name}`, { kind: 'transition', offer, event }];
}
