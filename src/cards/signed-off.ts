import { defaultChecklist } from '../domain/checklist.js';
import type { Offer } from '../domain/offer.js';
import type { SignOff } from '../domain/sign-off-record.js';
import type { Submission } from '../domain/submission.js';
import type { Notice } from '../domain/picture.js';
import { positionOf, type Position } from '../domain/stage.js';
import { confirmedBy } from './approval-items.js';
import { buttonLines, partnerCenterLinks, statusButton, type Buttons } from './buttons.js';
import { factLines, type Fact } from './facts.js';
import { goLiveBox } from './go-live-box.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { eyebrowOf, personOf } from './naming.js';
import { boxLines, type Box } from './box.js';
import { noticeBox } from './refusal-words.js';
import { submissionFacts } from './submission-facts.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';
import { whenText } from './when.js';

export interface SignedOffData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly notices: readonly Box[];
  readonly boxes: readonly Box[];
  readonly facts: readonly Fact[];
  readonly confirmed: readonly { readonly title: string; readonly by: string }[];
  readonly buttons: Buttons;
}

const expand = cardTemplate('signed-off');

/** What every copy of an approval card becomes once its submission is signed. */
export function renderSignedOff(offer: Offer, signOff: SignOff, notice: Notice | null, look: Look): Card {
  const data = signedOffData(offer, signOff, notice, look);
  const { header, boxes } = data;
  const labels = header.labels.map(({ label }) => label);
  const summary = toast(header.headline, header.eyebrow, ...boxes.map(({ title }) => title), ...labels);
  return { content: expand(data), summary };
}

export function signedOffData(
  offer: Offer,
  signOff: SignOff,
  notice: Notice | null,
  look: Look,
): SignedOffData {
  const header = headerOf(
    eyebrowOf(offer, signOff),
    `Signed off by ${personOf(signOff.by)}`,
    offer.simulated,
  );
  const notices = notice === null ? [] : [noticeBox(notice, look)];
  const position = positionIn(offer, signOff);
  const box = goLiveBox(offer, position, look);
  const facts = [
    { label: 'Signed', value: whenText(signOff.at, look.timeZone) },
    ...submissionFacts(signOff),
    ...(signOff.verified ? [] : [{ label: 'Basis', value: 'not verified with Partner Center' }]),
  ];
  const confirmed = confirmedItems(signOff, look);
  const buttons: Buttons = { runs: [statusButton(offer)], links: partnerCenterLinks(offer) };
  const fallbackText = plainTwin([
    ...headerLines(header),
    ...notices.flatMap(boxLines),
    ...boxLines(box),
    ...factLines(facts),
    ...confirmed.map(({ title, by }) => `✓ ${title}: ${by}`),
    ...buttonLines(buttons),
  ]);
  return { fallbackText, header, notices, boxes: [box], facts, confirmed, buttons };
}

function positionIn({ current, live }: Offer, { submissionId }: SignOff): Position {
  const seen = [current, live].find(
    (submission): submission is Submission => submission?.submissionId === submissionId,
  );
  return seen ? positionOf(seen.stages) : { stage: 'publisherApproval', status: 'waiting' };
}

function confirmedItems(signOff: SignOff, look: Look): SignedOffData['confirmed'] {
  return signOff.confirmations.map((confirmation) => ({
    title: defaultChecklist.find(({ n }) => n === confirmation.n)?.title ?? `Item ${confirmation.n}`,
    by: confirmedBy(confirmation, look),
  }));
}
