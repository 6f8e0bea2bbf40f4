import type { Offer } from '../../src/domain/offer.js';
import type { Submission } from '../../src/domain/submission.js';
import { freshStages } from '../../src/domain/stage.js';
import type { Picture } from '../../src/domain/picture.js';
import { minutesAgo, now, offerWith, signedOffer, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';

const day = 1_440;

const older: Submission = submissionAt('contentHub', 'inProgress', 900, {
  submissionId: '1152921505697111222',
  releaseNumber: 3,
  version: '2.4.0',
});

export function statusSamples(): readonly NamedPicture[] {
  const failed = submissionAt('certification', 'failed', 1_000, {
    detail:
      '300.4.1 The data connector page does not list the permissions that it needs. See `readme` [here](https://example.com).',
  });
  return [
    [
      'status-submitted',
      status(offerWith(submissionAt('validation', 'notStarted', 1, { stages: freshStages() }))),
    ],
    ['status-validation', status(offerWith(submissionAt('validation', 'inProgress', 25, { version: null })))],
    ['status-validation-late', status(offerWith(submissionAt('validation', 'inProgress', 30 * 60)))],
    ['status-preview', status(offerWith(submissionAt('preview', 'inProgress', 12)))],
    [
      'status-waiting',
      status(
        offerWith(submissionAt('publisherApproval', 'waiting', 130), {
          live: older,
          marketplaceVersion: '2.4.0',
        }),
      ),
    ],
    [
      'status-auto-promote',
      status(offerWith(submissionAt('publisherApproval', 'waiting', 2, { autoPromote: true }))),
    ],
    [
      'status-requested',
      status(signedOffer(submissionAt('publisherApproval', 'waiting', 130), 'promoteStarted')),
    ],
    [
      'status-recorded',
      status(signedOffer(submissionAt('publisherApproval', 'waiting', 130), 'recorded')),
      { goLive: 'record' },
    ],
    ['status-unknown', status(signedOffer(submissionAt('publisherApproval', 'waiting', 130), 'unknown'))],
    [
      'status-refused',
      status({ ...signedOffer(submissionAt('publisherApproval', 'waiting', 130), 'refused'), signOff: null }),
    ],
    [
      'status-certification',
      status(signedOffer(submissionAt('certification', 'inProgress', 700), 'publishing')),
    ],
    [
      'status-certification-late',
      status(signedOffer(submissionAt('certification', 'inProgress', 25 * day), 'publishing')),
    ],
    ['status-certification-failed', status(offerWith(failed))],
    ['status-cancelled', status(offerWith(submissionAt('preview', 'cancelled', 40)))],
    ['status-publishing', status(signedOffer(submissionAt('publishing', 'inProgress', 30), 'publishing'))],
    ['status-live', status(signedOffer(submissionAt('contentHub', 'inProgress', 200), 'live'))],
    [
      'status-live-not-observed',
      status(signedOffer(submissionAt('contentHub', 'inProgress', 200), 'live')),
      { hubWatched: false },
    ],
    ['status-arrived', status(signedOffer(submissionAt('contentHub', 'succeeded', 1_500), 'live'))],
    [
      'status-older',
      {
        ...status(offerWith(submissionAt('preview', 'inProgress', 12), { live: older })),
        submissionId: older.submissionId,
      },
    ],
    [
      'status-stale',
      {
        ...status(offerWith(submissionAt('preview', 'inProgress', 260), { simulated: false })),
        freshness: { checkedAt: minutesAgo(210), stale: true },
      },
      { timeZone: 'Europe/Berlin' },
    ],
    [
      'status-said',
      {
        ...status(offerWith(submissionAt('preview', 'inProgress', 12))),
        said: 'This channel now follows it: every event.',
      },
    ],
    ['status-nothing-submitted', { ...status(offerWith(null)) }],
    [
      'status-not-read',
      {
        ...status(offerWith(null, { observedAt: null, productId: null })),
        freshness: { checkedAt: null, stale: false },
      },
    ],
  ];
}

/** The status of an offer that was checked a moment ago. */
export function status(offer: Offer): Extract<Picture, { kind: 'status' }> {
  return {
    kind: 'status',
    offer,
    submissionId: null,
    said: null,
    freshness: { checkedAt: now.replace('14:21', '14:18'), stale: false },
  };
}
