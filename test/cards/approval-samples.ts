import { openItems } from '../../src/domain/checklist.js';
import type { Offer } from '../../src/domain/offer.js';
import type { Refusal } from '../../src/domain/sign-off.js';
import { confirmed, offerWith, qualityLead, signedOffer, signOffOf, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';

const waiting = submissionAt('publisherApproval', 'waiting', 12);
const newer = submissionAt('validation', 'inProgress', 4, {
  submissionId: '1152921505698765432',
  releaseNumber: 5,
  version: '3.0.2',
});

/** Every way in which a press is refused. */
export function refusals(): readonly Refusal[] {
  return [
    { kind: 'noIdentity' },
    { kind: 'alreadySigned', signOff: signOffOf(waiting, qualityLead) },
    { kind: 'notApprover' },
    { kind: 'superseded', current: newer },
    { kind: 'notWaiting', position: { stage: 'certification', status: 'inProgress' } },
    { kind: 'noSubmission' },
    { kind: 'incomplete', open: openItems(confirmed(1, 2, 4)) },
    { kind: 'newer' },
    { kind: 'notReady' },
    { kind: 'tooOld' },
    { kind: 'unverified' },
  ];
}

export function approvalSamples(): readonly NamedPicture[] {
  const begun = offerWith(waiting, { confirmations: confirmed(1, 2, 4) });
  return [
    ['approval-fresh', approval(offerWith(waiting))],
    ['approval-begun', approval(begun)],
    [
      'approval-record',
      approval(offerWith(waiting, { confirmations: confirmed(1, 2, 3, 4, 5, 6) })),
      { goLive: 'record' },
    ],
    ['approval-auto-promote', approval(offerWith({ ...waiting, autoPromote: true }))],
    ['approval-not-taken', approval({ ...signedOffer(waiting, 'notTaken'), signOff: null })],
    ['approval-saved', { kind: 'approval', offer: begun, notice: { kind: 'saved', added: 3 } }],
    ['approval-saved-nothing', { kind: 'approval', offer: begun, notice: { kind: 'saved', added: 0 } }],
    [
      'approval-said',
      { kind: 'approval', offer: begun, notice: { kind: 'said', text: 'This channel now follows it.' } },
    ],
    ...refusals().map((refusal): NamedPicture => [
      `approval-refused-${refusal.kind}`,
      { kind: 'approval', offer: begun, notice: { kind: 'refused', refusal } },
    ]),
    ...signedOffSamples(),
    ...closedSamples(),
  ];
}

function approval(offer: Offer): NamedPicture[1] {
  return { kind: 'approval', offer, notice: null };
}

function signedOffSamples(): readonly NamedPicture[] {
  const signedOff = (offer: Offer): NamedPicture[1] => ({ kind: 'signedOff', offer, notice: null });
  const offer = signedOffer(waiting, 'promoteStarted');
  const refusal: Refusal = { kind: 'alreadySigned', signOff: signOffOf(waiting) };
  const certification = submissionAt('certification', 'inProgress', 30);
  return [
    ['signed-off-requested', signedOff(signedOffer(waiting, 'signed'))],
    ['signed-off-recorded', signedOff(signedOffer(waiting, 'recorded')), { goLive: 'record' }],
    ['signed-off-accepted', signedOff(signedOffer(waiting, 'accepted'))],
    ['signed-off-unknown', signedOff(signedOffer(waiting, 'unknown'))],
    ['signed-off-refused', signedOff(signedOffer(waiting, 'refused'))],
    ['signed-off-not-taken', signedOff(signedOffer(waiting, 'notTaken'))],
    ['signed-off-publishing', signedOff(signedOffer(certification, 'publishing'))],
    ['signed-off-live', signedOff(signedOffer(submissionAt('contentHub', 'inProgress', 30), 'live'))],
    ['signed-off-too-late', { kind: 'signedOff', offer, notice: { kind: 'refused', refusal } }],
    ['signed-off-released', signedOff({ ...signedOffer(waiting, 'refused'), signOff: null })],
  ];
}

function closedSamples(): readonly NamedPicture[] {
  const closed = (offer: Offer): NamedPicture[1] => ({
    kind: 'closedApproval',
    offer,
    submissionId: waiting.submissionId,
    notice: null,
  });
  return [
    ['closed-superseded', closed(offerWith(newer))],
    ['closed-moved-on', closed(offerWith(submissionAt('certification', 'inProgress', 9)))],
    ['closed-live', closed(offerWith(submissionAt('contentHub', 'inProgress', 9)))],
    ['closed-cancelled', closed(offerWith(submissionAt('publisherApproval', 'cancelled', 9)))],
    ['closed-not-yet', closed(offerWith(submissionAt('preview', 'inProgress', 9)))],
    ['closed-nothing', closed(offerWith(null))],
    [
      'closed-refused',
      {
        kind: 'closedApproval',
        offer: offerWith(newer),
        submissionId: waiting.submissionId,
        notice: { kind: 'refused', refusal: { kind: 'superseded', current: newer } },
      },
    ],
  ];
}
