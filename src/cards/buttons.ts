import type { Offer } from '../domain/offer.js';
import { withoutMarkdown } from './outside-text.js';

/** A button that does what the typed command does. */
export interface RunButton {
  readonly title: string;
  readonly command: string;
  /** `positive` for the one thing to do first. */
  readonly style: 'default' | 'positive';
}

export interface LinkButton {
  readonly title: string;
  readonly url: string;
}

export interface Buttons {
  readonly runs: readonly RunButton[];
  readonly links: readonly LinkButton[];
}

export function runButton(title: string, command: string, style: RunButton['style'] = 'default'): RunButton {
  return { title: withoutMarkdown(title), command, style };
}

export function reviewButton(offer: Offer): RunButton {
  return runButton('Review and sign off', `approve ${offer.offerKey}`, 'positive');
}

export function statusButton(offer: Offer): RunButton {
  return runButton('Status', `status of ${offer.offerKey}`);
}

/** The offer's page in Partner Center; none while its product is not known. */
export function partnerCenterLinks(offer: Offer): readonly LinkButton[] {
  return offer.productId === null
    ? []
    : [{ title: 'Open in Partner Center', url: offerPage(offer.productId) }];
}

function offerPage(productId: string): string {
  return `https://partner.microsoft.com/dashboard/commercial-marketplace/offers/${encodeURIComponent(productId)}/overview`;
}

/** What the buttons do, as lines of plain text. */
export function buttonLines({ runs, links }: Buttons): readonly string[] {
  return [
    ...runs.map(({ title, command }) => `${title}: type ${command}`),
    ...links.map(({ title, url }) => `${title}: ${url}`),
  ];
}
