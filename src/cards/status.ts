import { submissionOf, type Offer } from '../domain/offer.js';
import type { Submission } from '../domain/submission.js';
import { freshStages } from '../domain/stage.js';
import type { Picture } from '../domain/picture.js';
import {
  buttonLines,
  partnerCenterLinks,
  reviewButton,
  runButton,
  type Buttons,
  type RunButton,
} from './buttons.js';
import { freshnessLine } from './freshness-words.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { nameOf, submissionLine } from './naming.js';
import { boxLines, boxOf, type Box } from './box.js';
import { nextStep, waitsForSignOff } from './next-step.js';
import { outsideText } from './outside-text.js';
import { railLines, railOf, type RailRow } from './rail.js';
import { remarksOf } from './remarks.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';

export interface StatusData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly subline: string;
  /** What a command did, where one did something. */
  readonly said: readonly { readonly text: string }[];
  readonly boxes: readonly Box[];
  readonly rail: readonly RailRow[];
  readonly remarks: readonly { readonly text: string }[];
  readonly footer: string;
  readonly buttons: Buttons;
}

const longestSaid = 400;
const expand = cardTemplate('status');

/** Where one submission of an offer stands. */
export function renderStatus(picture: Extract<Picture, { kind: 'status' }>, look: Look): Card {
  const data = statusData(picture, look);
  return { content: expand(data), summary: summaryOf(data) };
}

function summaryOf({ header, boxes }: StatusData): string {
  const labels = header.labels.map(({ label }) => label);
  return toast(header.headline, ...boxes.map(({ title }) => title), ...labels);
}

/** What the template is given; everything ready to be read. */
export function statusData(picture: Extract<Picture, { kind: 'status' }>, look: Look): StatusData {
  const { offer, freshness, said } = picture;
  const submission =
    (picture.submissionId === null ? null : submissionOf(offer, picture.submissionId)) ?? offer.current;
  const header = headerOf(offer.offerKey, nameOf(offer), offer.simulated);
  const subline = submission === null ? 'No submission' : submissionLine(submission);
  const box = submission === null ? nothingYet(offer) : nextStep(offer, submission, look);
  const first = said === null ? '' : outsideText(said, longestSaid);
  const rail = railOf(offer, submission ?? unborn, look);
  const remarks = submission === null ? [] : remarksOf(offer, submission, look);
  const footer = freshnessLine(freshness, look);
  const buttons: Buttons = { runs: runsOf(offer, submission), links: partnerCenterLinks(offer) };
  const fallbackText = plainTwin([
    ...headerLines(header),
    subline,
    first,
    ...boxLines(box),
    ...railLines(rail),
    ...remarks,
    footer,
    ...buttonLines(buttons),
  ]);
  return {
    fallbackText,
    header,
    subline,
    said: first === '' ? [] : [{ text: first }],
    boxes: [box],
    rail,
    remarks: remarks.map((text) => ({ text })),
    footer,
    buttons,
  };
}

const unborn: Submission = {
  submissionId: '',
  releaseNumber: 0,
  version: null,
  autoPromote: false,
  detail: null,
  stages: freshStages(),
};

function nothingYet(offer: Offer): Box {
  return offer.observedAt === null
    ? boxOf('emphasis', 'Not read yet', 'Partner Center has not been read for this offer yet.')
    : boxOf(
        'emphasis',
        'Nothing submitted yet',
        'Publish the offer in Partner Center; from then on its way is shown here.',
      );
}

function runsOf(offer: Offer, submission: Submission | null): readonly RunButton[] {
  const refresh = runButton('Refresh', `status of ${offer.offerKey}`);
  return submission !== null && waitsForSignOff(offer, submission)
    ? [reviewButton(offer), refresh]
    : [refresh];
}
