import { minutesAgo, offerWith, signedOffer, signOffOf, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';
import { status } from './status-samples.js';
import { transition } from './transition-samples.js';

/** What is shown where Partner Center is off and the publisher's own pipeline pushes. */
export function unverifiedSamples(): readonly NamedPicture[] {
  const look = { reads: false, goLive: 'record' } as const;
  const waiting = submissionAt('publisherApproval', 'waiting', 130);
  const pushed = { productId: null, simulated: false };
  const open = offerWith(waiting, pushed);
  const signOff = { ...signOffOf(waiting), verified: false };
  const signed = { ...signedOffer(waiting, 'recorded'), ...pushed, signOff };
  const unseen = offerWith(null, { ...pushed, observedAt: null });
  const nothing = { checkedAt: null, stale: false };
  const yesterday = { checkedAt: minutesAgo(1_700), stale: false };
  const pictures: readonly NamedPicture[] = [
    ['unverified-status', status(open)],
    ['unverified-status-signed', status(signed)],
    ['unverified-status-old', { ...status(open), freshness: yesterday }],
    ['unverified-status-nothing', { ...status(unseen), freshness: nothing }],
    ['unverified-approval', { kind: 'approval', offer: open, notice: null }],
    [
      'unverified-approval-too-old',
      { kind: 'approval', offer: open, notice: { kind: 'refused', refusal: { kind: 'tooOld' } } },
    ],
    ['unverified-signed-off', { kind: 'signedOff', offer: signed, notice: null }],
    ['unverified-offers', { kind: 'offers', sightings: [{ offer: open, freshness: yesterday }] }],
    transition('unverified', open, { from: { stage: 'preview', status: 'inProgress' } }),
  ];
  return pictures.map(([name, picture]) => [name, picture, look]);
}
