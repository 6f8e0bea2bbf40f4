import { defaultChecklist } from '../domain/checklist.js';
import type { Offer, Submission } from '../domain/offer.js';
import type { Picture } from '../domain/picture.js';
import { codeOf } from '../domain/sign-off.js';
import { positionOf } from '../domain/stage.js';
import { approvalItems, itemLines, type ApprovalItem } from './approval-items.js';
import { partnerCenterLinks, type LinkButton } from './buttons.js';
import { factLines, type Fact } from './facts.js';
import { goLiveSentence, goLiveWords } from './go-live-words.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { eyebrowOf } from './naming.js';
import { boxLines, boxOf, type Box } from './next-step.js';
import { noticeBox } from './refusal-words.js';
import { submissionFacts } from './submission-facts.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';

export interface ApprovalData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly notices: readonly Box[];
  readonly facts: readonly Fact[];
  readonly progress: string;
  readonly items: readonly ApprovalItem[];
  readonly warnings: readonly Box[];
  readonly final: { readonly title: string; readonly text: string };
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
  const facts = [...submissionFacts(submission), { label: 'Preview', value: whereThePreviewIs(offer) }];
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

function whereThePreviewIs(offer: Offer): string {
  const page = offer.productId === null ? 'the offer’s page' : 'the offer’s page (button below)';
  return `On ${page} in Partner Center, under Publisher signoff: “Azure portal preview” and “Azure Marketplace preview”. They can take up to 4 hours to show.`;
}

function warningsOf(offer: Offer, submission: Submission, look: Look): readonly Box[] {
  const asked = offer.goLive?.submissionId === submission.submissionId;
  return [
    ...(asked
      ? [
          boxOf(
            'attention',
            goLiveWords(offer, positionOf(submission.stages), look),
            goLiveSentence(offer, look),
          ),
        ]
      : []),
    ...(submission.autoPromote
      ? [
          boxOf(
            'warning',
            'Auto-promote is on',
            'Partner Center will go live by itself, without waiting for a sign-off.',
          ),
        ]
      : []),
  ];
}

function finalWords(look: Look): ApprovalData['final'] {
  return look.goLive === 'record'
    ? {
        title: 'Going live cannot be undone.',
        text: 'Here your sign-off is recorded; then Go live must be pressed in Partner Center.',
      }
    : {
        title: 'Go live cannot be undone.',
        text: 'It signs this submission off under your name and asks Partner Center to go live.',
      };
}
