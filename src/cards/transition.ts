import { asksForApproval } from '../domain/event.js';
import type { Picture } from '../domain/picture.js';
import { buttonLines, partnerCenterLinks, reviewButton, statusButton, type Buttons } from './buttons.js';
import { eventBox, eventHeadline } from './event-words.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { eyebrowOf, submissionLine } from './naming.js';
import { boxLines, waitsForSignOff, type Box } from './next-step.js';
import { miniRailOf, type MiniRail } from './rail.js';
import { positionWords } from './stage-words.js';
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
  const header = headerOf(eyebrowOf(offer, event), eventHeadline(event), offer.simulated);
  const box = eventBox(event, look);
  const rail = miniRailOf(event.to);
  const remarks = changeWords(event.from, event.to);
  const footer = `${submissionLine(event)} · ${whenText(event.at, look.timeZone)}`;
  const current = offer.current;
  const isOpen =
    asksForApproval(event) && current?.submissionId === event.submissionId && waitsForSignOff(offer, current);
  const buttons: Buttons = {
    runs: isOpen ? [reviewButton(offer), statusButton(offer)] : [statusButton(offer)],
    links: partnerCenterLinks(offer),
  };
  const fallbackText = plainTwin([
    ...headerLines(header),
    ...boxLines(box),
    rail.label,
    ...remarks,
    footer,
    ...buttonLines(buttons),
  ]);
  return {
    fallbackText,
    header,
    boxes: [box],
    rail,
    remarks: remarks.map((text) => ({ text })),
    footer,
    buttons,
  };
}

type Event = Extract<Picture, { kind: 'transition' }>['event'];

function changeWords(from: Event['from'], to: Event['to']): readonly string[] {
  return from === null ? [] : [`${positionWords(from)} → ${positionWords(to)}`];
}
