import { approvalData } from '../../src/cards/approval.js';
import { choiceData } from '../../src/cards/choice.js';
import { guideData } from '../../src/cards/guide.js';
import { closedApprovalData } from '../../src/cards/closed-approval.js';
import { offersData } from '../../src/cards/offers.js';
import { signedOffData } from '../../src/cards/signed-off.js';
import { statusData } from '../../src/cards/status.js';
import { subscriptionsData } from '../../src/cards/subscriptions.js';
import { transitionData } from '../../src/cards/transition.js';
import { cardSamples, type CardSample } from './samples.js';

/** What each template is given for all samples, by the template's name. */
export function templateData(): Readonly<Record<string, readonly object[]>> {
  const made: Record<string, object[]> = {};
  for (const [name, data] of cardSamples().flatMap(dataOf)) (made[name] ??= []).push(data);
  return made;
}

/** None for samples of one picture that are shown as another, by the template of that one. */
function dataOf({ picture, look }: CardSample): readonly (readonly [template: string, data: object])[] {
  switch (picture.kind) {
    case 'status':
      return [['status', statusData(picture, look)]];
    case 'transition':
      return [['transition', transitionData(picture, look)]];
    case 'approval': {
      const { offer, notice } = picture;
      return offer.current === null ? [] : [['approval', approvalData(offer, offer.current, notice, look)]];
    }
    case 'signedOff': {
      const { offer, notice } = picture;
      return offer.signOff === null
        ? []
        : [['signed-off', signedOffData(offer, offer.signOff, notice, look)]];
    }
    case 'closedApproval':
      return [['closed-approval', closedApprovalData(picture, look)]];
    case 'offers':
      return [['offers', offersData(picture.sightings, 25, look)]];
    case 'choice':
      return [['choice', choiceData(picture, look)]];
    case 'subscriptions':
      return [['subscriptions', subscriptionsData(picture.subscriptions, 25, look)]];
    case 'sourceNotice':
      return [];
    case 'guide':
      return [['guide', guideData(picture, look)]];
  }
}
