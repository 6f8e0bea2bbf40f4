import type { Offer } from '../../src/domain/offer.js';
import type { SignOff } from '../../src/domain/sign-off-record.js';
import type { Submission } from '../../src/domain/submission.js';
import type { Picture } from '../../src/domain/picture.js';

/** What somebody might call an offer or himself. */
export const hostileWords: readonly string[] = [
  '**bold**',
  '_it_',
  '[x](javascript:alert(1))',
  '![i](https://example.com/i.png)',
  '<at>Everyone</at>',
  '<script>',
  '${offer}',
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '\n\n# big',
  '1. ',
  '- ',
  '`code`',
  '\u202Edesrever',
  '\u2066',
  '\u0000',
  'https://example.com',
  '&lt;at&gt;',
  '$',
  '{',
];

const name = hostileWords.join(' ');

/** The same picture with all outside text made of that. */
export function withHostileNames(picture: Picture): Picture {
  switch (picture.kind) {
    case 'status':
    case 'approval':
    case 'signedOff':
    case 'closedApproval':
      return { ...picture, offer: hostileOffer(picture.offer) };
    case 'transition': {
      const { event } = picture;
      const signOff = event.signOff === null ? null : hostileSignOff(event.signOff);
      return {
        ...picture,
        offer: hostileOffer(picture.offer),
        event: { ...event, version: name, detail: event.detail === null ? null : name.repeat(20), signOff },
      };
    }
    case 'offers':
      return {
        ...picture,
        sightings: picture.sightings.map((seen) => ({ ...seen, offer: hostileOffer(seen.offer) })),
      };
    case 'choice':
      return {
        ...picture,
        asked: name,
        options: picture.options.map(({ command }) => ({ title: name, command })),
      };
    case 'sourceNotice':
      return picture;
    case 'guide':
      return { ...picture, rows: picture.rows.map(({ term }) => ({ term, text: name })) };
    case 'subscriptions':
      return {
        ...picture,
        subscriptions: picture.subscriptions.map((each) => ({ ...each, by: { objectId: null, name } })),
      };
  }
}

function hostileOffer(offer: Offer): Offer {
  return {
    ...offer,
    name,
    marketplaceVersion: name,
    current: offer.current === null ? null : hostileSubmission(offer.current),
    live: offer.live === null ? null : hostileSubmission(offer.live),
    confirmations: offer.confirmations.map((each) => ({ ...each, by: { ...each.by, name } })),
    signOff: offer.signOff === null ? null : hostileSignOff(offer.signOff),
  };
}

function hostileSubmission(submission: Submission): Submission {
  return { ...submission, version: name, detail: name.repeat(20) };
}

function hostileSignOff(signOff: SignOff): SignOff {
  return {
    ...signOff,
    version: name,
    by: { ...signOff.by, name },
    confirmations: signOff.confirmations.map((each) => ({ ...each, by: { ...each.by, name } })),
  };
}
