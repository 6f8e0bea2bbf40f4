import { approvalPicture, type Notice } from '../../../domain/picture.js';
import type { Offer } from '../../../domain/offer.js';
import { pressOf, unknownOffer } from '../commands/approve.js';
import type { Stories } from '../commands/command.js';
import { picture, text, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { ActionData } from './action-data.js';

type Pressed = Extract<ActionData, { submissionId: string }>;

/** The boxes of the approval card: kept as the presser's confirmations, by any member of the conversation. */
export function makeSaveTicks({ confirmItems }: Pick<Stories, 'confirmItems'>) {
  return async function saveTicks({ offerKey, submissionId, ticks }: Pressed, turn: Turn): Promise<Reply> {
    if (turn.person === null) return text('I cannot see who you are here, so nothing was saved.');
    const saved = await confirmItems(offerKey, pressOf(turn, submissionId, ticks));
    return saved === null
      ? unknownOffer()
      : approvalOf(saved.offer, submissionId, { kind: 'saved', added: saved.added });
  };
}

/** The Go-live button: the gate decides, here and now, on what is saved and on a fresh read. */
export function makeGoLive({ signOff }: Pick<Stories, 'signOff'>) {
  return async function goLive({ offerKey, submissionId, ticks }: Pressed, turn: Turn): Promise<Reply> {
    const result = await signOff(offerKey, pressOf(turn, submissionId, ticks));
    if (result.kind === 'unknownOffer') return unknownOffer();
    const notice: Notice | null =
      result.kind === 'refused' ? { kind: 'refused', refusal: result.refusal } : null;
    return approvalOf(result.offer, submissionId, notice);
  };
}

function approvalOf(offer: Offer, submissionId: string, notice: Notice | null): Reply {
  return picture(approvalPicture(offer, submissionId, notice));
}
