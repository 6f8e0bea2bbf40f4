import type { Offer } from '../domain/offer.js';
import type { Notice, Picture } from '../domain/picture.js';
import { renderApproval } from './approval.js';
import { renderChoice } from './choice.js';
import { renderClosedApproval } from './closed-approval.js';
import type { Card, Look } from './look.js';
import { waitsForSignOff } from './next-step.js';
import { renderGuide } from './guide.js';
import { renderOffers } from './offers.js';
import { renderSignedOff } from './signed-off.js';
import { renderSourceNotice } from './source-notice.js';
import { renderStatus } from './status.js';
import { renderSubscriptions } from './subscriptions.js';
import { renderTransition } from './transition.js';

export type { Card, Look } from './look.js';

/**
 * The card of a picture, ready to be sent. A picture that does not fit its offer (an approval that is not
 * waiting, a signed one whose sign-off was released) shows what can be done now.
 */
export function renderPicture(picture: Picture, look: Look): Card {
  switch (picture.kind) {
    case 'status':
      return renderStatus(picture, look);
    case 'transition':
      return renderTransition(picture, look);
    case 'approval':
      return renderOpenApproval(picture.offer, picture.notice, look);
    case 'signedOff': {
      const { offer, notice } = picture;
      return offer.signOff === null
        ? renderOpenApproval(offer, notice, look)
        : renderSignedOff(offer, offer.signOff, notice, look);
    }
    case 'closedApproval':
      return renderClosedApproval(picture, look);
    case 'offers':
      return renderOffers(picture, look);
    case 'choice':
      return renderChoice(picture, look);
    case 'subscriptions':
      return renderSubscriptions(picture, look);
    case 'sourceNotice':
      return renderSourceNotice(picture, look);
    case 'guide':
      return renderGuide(picture, look);
  }
}

function renderOpenApproval(offer: Offer, notice: Notice | null, look: Look): Card {
  const { current } = offer;
  return current !== null && waitsForSignOff(offer, current)
    ? renderApproval(offer, current, notice, look)
    : renderClosedApproval(
        { kind: 'closedApproval', offer, submissionId: current?.submissionId ?? '', notice },
        look,
      );
}
