import { defaultChecklist } from '../domain/checklist.js';
import type { Offer } from '../domain/offer.js';
import type { Submission } from '../domain/submission.js';
import type { Picture } from '../domain/picture.js';
import { codeOf } from '../domain/sign-off.js';
import { approvalItems, itemLines, type ApprovalItem } from './approval-items.js';
import { finalWords, warningsOf, whereThePreviewIs, type FinalWords } from './approval-words.js';
import { partnerCenterLinks, type LinkButton } from './buttons.js';
import { factLines, type Fact } from './facts.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { eyebrowOf } from './naming.js';
import { boxLines, type Box } from './box.js';
import { noticeBox } from './refusal-words.js';
import { submissionFacts } from './submission-facts.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';

export interface ApprovalData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly notices: readonly Box[];
  readonly facts: readonly Fact[];
  readonly preview: string;
  readonly progress: string;
  readonly items: readonly ApprovalItem[];
  readonly warnings: readonly Box[];
  readonly final: FinalWords;
  readonly typed: { readonly confirm: string; readonly signOff: string };
  readonly offerKey: string;
  readonly submissionId: string;
  readonly buttons: { readonly links: readonly LinkButton[] };
}

const expand = cardTemplate('approval');

/** The card on which the current submission is judged and signed. It grants nothing: the server decides. */
export function renderApproval(
  offer: Offer,
  submission: Submission,
  notice: Extract<Picture, { kind: 'approval' }>['notice'],
  look: Look,
): Card {
  const data = approvalData(offer, submission, notice, look);
  const { header } = data;
  const summary = toast(header.headline, header.eyebrow, ...header.labels.map(({ label }) => label));
  return { content: expand(data), summary };
}

export function approvalData(
  offer: Offer,
  submission: Submission,
  notice: Extract<Picture, { kind: 'approval' }>['notice'],
  look: Look,
): ApprovalData {
  const { offerKey } = offer;
  const { submissionId } = submission;
  const header = headerOf(eyebrowOf(offer, submission), 'Review the preview, then sign off', offer.simulated);
  const notices = notice === null ? [] : [noticeBox(notice, look)];
  const warnings = warningsOf(offer, submission, look);
  const facts = submissionFacts(submission);
  const preview = whereThePreviewIs(offer);
  const items = approvalItems(offer.confirmations, look);
  const done = items.filter(({ value }) => value === 'true').length;
  const progress = `${done} of ${defaultChecklist.length} confirmed`;
  const final = finalWords(look);
  const typed = {
    confirm: `confirm ${offerKey} all`,
    signOff: `sign off ${offerKey} ${codeOf(submissionId)}`,
  };
  const links = partnerCenterLinks(offer);
  const fallbackText = plainTwin([
    ...headerLines(header),
    ...notices.flatMap(boxLines),
    ...warnings.flatMap(boxLines),
    ...factLines(facts),
    preview,
    progress,
    ...itemLines(items),
    `${final.title} ${final.text}`,
    `Type ${typed.confirm} and then ${typed.signOff}`,
    ...links.map(({ title, url }) => `${title}: ${url}`),
  ]);
  return {
    fallbackText,
    header,
    notices,
    facts,
    preview,
    progress,
    items,
    warnings,
    final,
    typed,
    offerKey,
    submissionId,
    buttons: { links },
  };
}
