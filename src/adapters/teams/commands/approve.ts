import { defaultChecklist } from '../../../domain/checklist.js';
import type { Offer } from '../../../domain/offer.js';
import { approvalPicture, type Notice } from '../../../domain/picture.js';
import { codeOf, type Press } from '../../../domain/sign-off.js';
import { picture, text, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { MakeCommand } from './command.js';
import { withOffer } from './offer-asked.js';

export const makeApproveCommand: MakeCommand = (stories) => ({
  pattern: /^approve (.+)$/i,
  usage: 'approve <offer>',
  help: 'the preview checklist and Go live',
  run: ([asked = '']) =>
    withOffer(
      stories,
      asked,
      (offerKey) => `approve ${offerKey}`,
      ({ offer }) => approvalReply(offer, null),
    ),
});

export const makeConfirmCommand: MakeCommand = (stories) => ({
  pattern: /^confirm (.+?) (all|\d[\d,\s-]*)$/i,
  usage: 'confirm <offer> <item numbers>',
  help: 'tick checklist items: 1,3 or 2-4 or all',
  run: ([asked = '', numbers = ''], turn) =>
    withOffer(
      stories,
      asked,
      (offerKey) => `confirm ${offerKey} ${numbers}`,
      async ({ offer }) => {
        if (turn.person === null) return text('I cannot see who you are here, so nothing was confirmed.');
        const items = itemNumbers(numbers);
        if (items.length === 0)
          return text(
            `There is no such item: they are 1 to ${defaultChecklist.length}. Nothing was confirmed.`,
          );
        const { submissionId } = offer.current ?? { submissionId: '' };
        const saved = await stories.confirmItems(offer.offerKey, pressOf(turn, submissionId, items));
        return saved === null
          ? unknownOffer()
          : approvalReply(saved.offer, { kind: 'saved', added: saved.added });
      },
    ),
});

export const makeSignOffCommand: MakeCommand = (stories) => ({
  pattern: /^sign[ -]?off (.+) (\d{6})$/i,
  usage: 'sign off <offer> <code>',
  help: 'Go live without a card; the code stands on the card',
  run: ([asked = '', code = ''], turn) =>
    withOffer(
      stories,
      asked,
      (offerKey) => `sign off ${offerKey} ${code}`,
      async ({ offer }) => {
        const submissionId = offer.current?.submissionId ?? '';
        if (codeOf(submissionId) !== code)
          return text(
            `The code ${code} is not the one of the submission that ${offer.name} has now. Nothing was signed. Type approve ${offer.offerKey} to see it.`,
          );
        const result = await stories.signOff(offer.offerKey, pressOf(turn, submissionId, []));
        if (result.kind === 'unknownOffer') return unknownOffer();
        return result.kind === 'signed'
          ? approvalReply(result.offer, null)
          : approvalReply(result.offer, { kind: 'refused', refusal: result.refusal });
      },
    ),
});

/** The approval as it stands now, with what is to be said first. */
function approvalReply(offer: Offer, notice: Notice | null): Reply {
  return offer.current === null
    ? text(`${offer.name} has no submission yet: nothing can be signed.`)
    : picture(approvalPicture(offer, offer.current.submissionId, notice));
}

export function pressOf({ person, at }: Turn, submissionId: string, ticks: readonly number[]): Press {
  return { by: person, submissionId, ticks, at };
}

export function unknownOffer(): Reply {
  return text('This offer is not tracked any more. Type offers to see those that are.');
}

/** `all`, or numbers and ranges such as `1,3` and `2-4`. */
function itemNumbers(typed: string): readonly number[] {
  const all = defaultChecklist.map(({ n }) => n);
  if (typed.toLowerCase() === 'all') return all;
  return typed.split(/[,\s]+/).flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return all.filter((n) => n >= from && n <= to);
  });
}
