import type { Notice } from '../domain/picture.js';
import type { Refusal } from '../domain/sign-off.js';
import type { Look } from './look.js';
import { personOf, versionOf } from './naming.js';
import { boxOf, saidBox, type Box } from './box.js';
import { outsideText } from './outside-text.js';
import { inSentence, standing } from './stage-words.js';
import { whenText } from './when.js';

/** What a card says first after a press: why it was refused and what to do, or what was kept. */
export function noticeBox(notice: Notice, look: Look): Box {
  switch (notice.kind) {
    case 'saved':
      return notice.added === 0
        ? boxOf('emphasis', 'Nothing new to save', 'Tick what you have judged, then press Save or Go live.')
        : boxOf(
            'good',
            `Saved: ${notice.added} ${notice.added === 1 ? 'item' : 'items'} confirmed`,
            'They are kept under your name.',
          );
    case 'said':
      return saidBox(notice.text);
    case 'refused':
      return refusalBox(notice.refusal, look);
  }
}

function refusalBox(refusal: Refusal, look: Look): Box {
  switch (refusal.kind) {
    case 'noIdentity':
      return boxOf(
        'attention',
        'Not signed off: Teams did not say who you are',
        'Press again, or type the commands below in a personal chat with the bot.',
      );
    case 'alreadySigned':
      return boxOf(
        'warning',
        `Already signed off by ${personOf(refusal.signOff.by)}`,
        `It was signed ${whenText(refusal.signOff.at, look.timeZone)}. Your press changed nothing; there is nothing left to do.`,
      );
    case 'notApprover':
      return boxOf(
        'attention',
        'Not signed off: you are not an approver of this offer',
        'Any ticks you sent are kept. Ask an approver to press Go live, or an admin to add you.',
      );
    case 'superseded':
      return boxOf(
        'attention',
        'Not signed off: a newer submission has taken its place',
        `It is ${versionOf(refusal.current)}, release ${refusal.current.releaseNumber}, submission ${outsideText(refusal.current.submissionId, 24)}. Review that one.`,
      );
    case 'notWaiting':
      return boxOf(
        'attention',
        'Not signed off: it does not wait for publisher approval now',
        `It stands elsewhere: ${inSentence(standing(refusal.position))}. Look at its status.`,
      );
    case 'noSubmission':
      return boxOf(
        'attention',
        'Not signed off: there is no submission',
        'Publish the offer in Partner Center first.',
      );
    case 'incomplete':
      return boxOf(
        'attention',
        `Not signed off: ${refusal.open.length} ${refusal.open.length === 1 ? 'item is' : 'items are'} open`,
        `Still to be confirmed: ${refusal.open.map(({ n, title }) => `${n} ${title}`).join('; ')}.`,
      );
    case 'newer':
      return boxOf(
        'attention',
        'Not signed off: a newer submission has taken its place',
        'Partner Center shows a newer one, which is being read now. Ask for its approval card in a moment.',
      );
    case 'notReady':
      return boxOf(
        'attention',
        'Not signed off: Partner Center does not show it as ready',
        'A read just now showed that this submission cannot go live at the moment. Look at its page there, then try again.',
      );
    case 'tooOld':
      return boxOf(
        'attention',
        'Not signed off: what is known is more than a day old',
        'Partner Center is not read here. Have the publishing pipeline push the present state, then try again.',
      );
    case 'unverified':
      return boxOf(
        'attention',
        'Not signed off: Partner Center could not be read just now',
        'Nothing was signed. Your ticks are kept; try again in a minute.',
      );
  }
}
