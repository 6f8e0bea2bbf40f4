import { asksForApproval } from '../domain/event.js';
import type { Picture } from '../domain/picture.js';
import { buttonLines, partnerCenterLinks, reviewButton, statusButton, type Buttons } from './buttons.js';
import { eventHeadline } from './event-headlines.js';
import { eventMeaning } from './event-meaning.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { eyebrowOf, submissionLine } from './naming.js';
import { boxLines, type Box } from './box.js';
import { waitsForSignOff } from './next-step.js';
import { miniRailOf, type MiniRail } from './rail.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';
import { whenText } from './when.js';

export interface TransitionData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly boxes: readonly Box[];
  readonly rail: MiniRail;
  readonly remarks: readonly { readonly text: string }[];
  readonly footer: string;
  readonly buttons: Buttons;
}

const expand = cardTemplate('transition');

/** One event, short: what happened and what somebody must do. */
export function renderTransition(picture: Extract<Picture, { kind: 'transition' }>, look: Look): Card {
  const data = transitionData(picture, look);
  const { header } = data;
  const summary = toast(header.headline, header.eyebrow, ...header.labels.map(({ label }) => label));
  return { content: expand(data), summary };
}

export function transitionData(
  { offer, event }: Extract<Picture, { kind: 'transition' }>,
  look: Look,
): TransitionData {
  const header = headerOf(eyebrowOf(offer, event), eventHeadline(event, offer), offer.simulated);
  const { box, remark } = eventMeaning(event, offer, look);
  const boxes = box === null ? [] : [box];
  const rail = miniRailOf(event.to, event.kind === 'resubmitted' ? null : event.from);
  const footer = [
    submissionLine(event),
    whenText(event.at, look.timeZone),
    ...(look.reads ? [] : ['not verified with Partner Center']),
  ].join(' · ');
  const current = offer.current;
  const isOpen =
    asksForApproval(event) && current?.submissionId === event.submissionId && waitsForSignOff(offer, current);
  const buttons: Buttons = {
    runs: isOpen ? [reviewButton(offer), statusButton(offer)] : [statusButton(offer)],
    links: partnerCenterLinks(offer),
  };
  const fallbackText = plainTwin([
    ...headerLines(header),
    rail.label,
    ...boxes.flatMap(boxLines),
    remark,
    footer,
    ...buttonLines(buttons),
  ]);
  return {
    fallbackText,
    header,
    boxes,
    rail,
    remarks: remark === '' ? [] : [{ text: remark }],
    footer,
    buttons,
  };
}
