import type { Stage } from '../../src/domain/stage.js';
import type { SourceName, SourceNotice } from '../../src/domain/source-health.js';
import { minutesAgo, now, offerWith, signedOffer, submissionAt } from './sample-offers.js';
import type { NamedPicture } from './samples.js';
import { status } from './status-samples.js';
import { transition } from './transition-samples.js';

const day = 1_440;

/** What takes too long, is missing, does not answer, or was missed. */
export function troubleSamples(): readonly NamedPicture[] {
  return [...lateSamples(), ...goneSamples(), ...missedSamples(), ...noticeSamples()];
}

function lateSamples(): readonly NamedPicture[] {
  const running: readonly Stage[] = ['validation', 'preview', 'certification', 'publishing', 'contentHub'];
  return running.map((stage) =>
    transition(`late-${stage}`, signedOffer(submissionAt(stage, 'inProgress', 25 * day), 'accepted'), {
      kind: 'late',
      movement: 'none',
    }),
  );
}

function goneSamples(): readonly NamedPicture[] {
  const gone = offerWith(submissionAt('publisherApproval', 'waiting', 300), { gone: true });
  return [
    transition('gone', gone, { kind: 'gone', movement: 'none' }),
    ['status-gone', status(gone)],
    ['offers-gone', { kind: 'offers', sightings: [{ offer: gone, freshness: status(gone).freshness }] }],
    ['approval-gone', { kind: 'approval', offer: gone, notice: null }],
  ];
}

/** New submissions of which the first steps were missed. */
function missedSamples(): readonly NamedPicture[] {
  const missed = { kind: 'resubmitted', from: { stage: 'certification', status: 'failed' } } as const;
  const detail = 'The data connector page does not list the permissions that it needs.';
  const live = offerWith(submissionAt('contentHub', 'inProgress', 1));
  return [
    transition('resubmitted-waiting', offerWith(submissionAt('publisherApproval', 'waiting', 1)), missed),
    transition('resubmitted-unsigned', live, { ...missed, remarks: ['unsigned'] }),
    transition('resubmitted-auto-promote', offerWith(submissionAt('preview', 'inProgress', 1)), {
      ...missed,
      remarks: ['autoPromote'],
    }),
    transition('resubmitted-both', live, { ...missed, remarks: ['unsigned', 'autoPromote'] }),
    transition('resubmitted-failed', offerWith(submissionAt('validation', 'failed', 9)), {
      ...missed,
      remarks: ['autoPromote'],
      detail,
    }),
    transition('resubmitted-failed-unsigned', offerWith(submissionAt('certification', 'failed', 9)), {
      ...missed,
      remarks: ['unsigned'],
      detail,
    }),
  ];
}

function noticeSamples(): readonly NamedPicture[] {
  const sources: readonly SourceName[] = ['partnerCenter', 'marketplace', 'contentHub'];
  const kinds: readonly SourceNotice['kind'][] = ['down', 'back'];
  return sources.flatMap((source) =>
    kinds.map((kind, index): NamedPicture => [
      `source-${source}-${kind}`,
      {
        kind: 'sourceNotice',
        notice: {
          source,
          kind,
          seq: index + 1,
          failingSince: minutesAgo(kind === 'down' ? 16 : 9_000),
          at: now,
        },
      },
    ]),
  );
}
