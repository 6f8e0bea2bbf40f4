import { submissionOf, type Offer } from '../domain/offer.js';
import type { Notice, Picture } from '../domain/picture.js';
import { hasPassed, positionOf } from '../domain/stage.js';
import { buttonLines, partnerCenterLinks, statusButton, type Buttons } from './buttons.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { nameOf, submissionLine, versionOf } from './naming.js';
import { boxLines, boxOf, type Box } from './box.js';
import { goneBox } from './next-step.js';
import { outsideText } from './outside-text.js';
import { miniRailOf, type MiniRail } from './rail.js';
import { noticeBox } from './refusal-words.js';
import { inSentence, standing } from './stage-words.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';

export interface ClosedApprovalData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly notices: readonly Box[];
  readonly boxes: readonly Box[];
  readonly rail: MiniRail;
  readonly footer: string;
  readonly buttons: Buttons;
}

const expand = cardTemplate('closed-approval');

/** An approval that cannot be given any more, or not yet, and why. */
export function renderClosedApproval(
  picture: Extract<Picture, { kind: 'closedApproval' }>,
  look: Look,
): Card {
  const data = closedApprovalData(picture, look);
  const { header, notices, boxes } = data;
  const labels = header.labels.map(({ label }) => label);
  const summary = toast(...[...notices, ...boxes].map(({ title }) => title), header.eyebrow, ...labels);
  return { content: expand(data), summary };
}

export function closedApprovalData(
  { offer, submissionId, notice }: Extract<Picture, { kind: 'closedApproval' }>,
  look: Look,
): ClosedApprovalData {
  const shown = submissionOf(offer, submissionId);
  const version = shown === null ? '' : ` · ${versionOf(shown)}`;
  const box = reasonBox(offer, submissionId);
  const notices = notice === null ? [] : [noticeBox(notice, look)];
  const boxes = notice !== null && saysWhy(notice) ? [] : [box];
  const header = headerOf(`${nameOf(offer)}${version}`, 'Nothing to sign here', offer.simulated);
  const newest = offer.current;
  const rail = miniRailOf(
    newest === null ? { stage: 'validation', status: 'notStarted' } : positionOf(newest.stages),
    null,
  );
  const footer = newest === null ? 'No submission' : `Now: ${inSentence(submissionLine(newest))}`;
  const buttons: Buttons = { runs: [statusButton(offer)], links: partnerCenterLinks(offer) };
  const fallbackText = plainTwin([
    ...headerLines(header),
    ...notices.flatMap(boxLines),
    ...boxes.flatMap(boxLines),
    rail.label,
    footer,
    ...buttonLines(buttons),
  ]);
  return { fallbackText, header, notices, boxes, rail, footer, buttons };
}

/** These refusals name the reason themselves: it need not stand there twice. */
function saysWhy(notice: Notice): boolean {
  return (
    notice.kind === 'refused' && ['superseded', 'notWaiting', 'noSubmission'].includes(notice.refusal.kind)
  );
}

function reasonBox(offer: Offer, submissionId: string): Box {
  const { current } = offer;
  if (current === null)
    return boxOf(
      'emphasis',
      'There is no submission to approve',
      'Publish the offer in Partner Center first.',
    );
  if (current.submissionId !== submissionId)
    return boxOf(
      'emphasis',
      'A newer submission has taken its place',
      `This card was for submission ${outsideText(submissionId, 24)}. Now it is ${versionOf(current)}: ${inSentence(standing(positionOf(current.stages)))}.`,
    );
  if (offer.gone) return goneBox();
  const position = positionOf(current.stages);
  const where = inSentence(standing(position));
  if (hasPassed(current.stages, 'publishing'))
    return boxOf('warning', 'It went live without a sign-off here', `Now: ${where}.`);
  if (hasPassed(current.stages, 'publisherApproval'))
    return boxOf(
      'warning',
      'It moved on without a sign-off here',
      `Partner Center is past publisher approval: ${where}. Go live was pressed there, or auto-promote is on.`,
    );
  if (position.status === 'failed' || position.status === 'cancelled')
    return boxOf(
      'attention',
      standing(position),
      'It does not wait for approval any more. Correct the offer and publish it again.',
    );
  return boxOf('emphasis', 'It does not wait for publisher approval', `Now: ${where}.`);
}
