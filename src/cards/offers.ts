import type { OfferSighting, Picture } from '../domain/picture.js';
import { buttonLines, runButton, type Buttons } from './buttons.js';
import { headerLines, headerOf, type Header } from './header.js';
import type { Card, Look } from './look.js';
import { nameOf, versionOf } from './naming.js';
import { groups, placeOf, type GroupKind, type Placed } from './offer-groups.js';
import { outsideText } from './outside-text.js';
import type { Sign, Tone } from './symbols.js';
import { cardTemplate } from './template.js';
import { plainTwin, toast } from './twin.js';
import { withinSize } from './within-size.js';
import { durationText } from './when.js';

interface OfferRow extends Sign {
  readonly name: string;
  readonly version: string;
  readonly words: string;
}

interface OfferGroup {
  readonly title: string;
  readonly count: string;
  readonly tone: Tone;
  readonly rows: readonly OfferRow[];
}

export interface OffersData {
  readonly fallbackText: string;
  readonly header: Header;
  readonly groups: readonly OfferGroup[];
  readonly footer: string;
  readonly buttons: Buttons;
}

const expand = cardTemplate('offers');
const mostRows = 25;
const mostButtons = 3;
const longestInRow = 60;
const longestInButton = 32;

/** Every tracked offer, what waits for people first. */
export function renderOffers({ sightings }: Extract<Picture, { kind: 'offers' }>, look: Look): Card {
  return withinSize(mostRows, (rows) => {
    const data = offersData(sightings, rows, look);
    const { header } = data;
    const summary = toast(header.headline, header.eyebrow, ...header.labels.map(({ label }) => label));
    return { content: expand(data), summary };
  });
}

interface Entry extends Placed {
  readonly sighting: OfferSighting;
}

export function offersData(sightings: readonly OfferSighting[], most: number, look: Look): OffersData {
  const entries = inOrder(sightings.map((sighting) => ({ sighting, ...placeOf(sighting, look) })));
  const shown = entries.slice(0, most);
  const header = headerOf(
    `${sightings.length} tracked ${sightings.length === 1 ? 'offer' : 'offers'}`,
    headlineOf(entries),
    sightings.some(({ offer }) => offer.simulated),
  );
  const shownGroups = groups.flatMap(({ kind, title, tone }) => {
    const rows = shown.filter(({ group }) => group === kind).map((entry) => rowOf(entry, look));
    const count = String(entries.filter(({ group }) => group === kind).length);
    return rows.length === 0 ? [] : [{ title, count, tone, rows }];
  });
  const more = entries.length - shown.length;
  const footer = footerOf(entries.length, more, look);
  const buttons: Buttons = { runs: runsOf(entries), links: [] };
  const fallbackText = plainTwin([
    ...headerLines(header),
    ...shownGroups.flatMap(groupLines),
    footer,
    ...buttonLines(buttons),
  ]);
  return { fallbackText, header, groups: shownGroups, footer, buttons };
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const rank = (kind: GroupKind): number => groups.findIndex((group) => group.kind === kind);
  return entries.toSorted(
    (a, b) =>
      rank(a.group) - rank(b.group) ||
      nameOf(a.sighting.offer).localeCompare(nameOf(b.sighting.offer), 'en', { numeric: true }),
  );
}

function headlineOf(entries: readonly Entry[]): string {
  const count = (kind: GroupKind): number => entries.filter(({ group }) => group === kind).length;
  const [waiting, attention] = [count('waiting'), count('attention')];
  const parts = [
    ...(waiting > 0 ? [`${waiting} waiting for you`] : []),
    ...(attention > 0 ? [`${attention} ${attention === 1 ? 'needs' : 'need'} attention`] : []),
  ];
  if (entries.length === 0) return 'Nothing is tracked yet';
  return parts.length === 0 ? 'Nothing waits for you' : parts.join(', ');
}

function footerOf(all: number, more: number, { reads }: Look): string {
  if (all === 0) return 'An admin begins with: track publisher.offer';
  const unverified = reads ? '' : 'Pushed, and not verified with Partner Center. ';
  return `${more > 0 ? `And ${more} more. ` : ''}${unverified}For the whole way of an offer, type “status of” and its name.`;
}

function rowOf({ sighting, sign, words, since }: Entry, look: Look): OfferRow {
  const { offer, freshness } = sighting;
  return {
    ...sign,
    name: outsideText(nameOf(offer), longestInRow),
    version: offer.current === null ? '' : versionOf(offer.current),
    words: [
      words,
      ...(since === null ? [] : [`for ${durationText(since, look.now)}`]),
      ...(freshness.stale ? ['may be stale'] : []),
    ].join(' · '),
  };
}

function groupLines({ title, count, rows }: OfferGroup): readonly string[] {
  return [
    `${title} (${count})`,
    ...rows.map(({ symbol, name, version, words }) => `${symbol} ${`${name} ${version}`.trim()}: ${words}`),
  ];
}

/** One button for each of the first rows: what waits can be reviewed at once. */
function runsOf(entries: readonly Entry[]): Buttons['runs'] {
  if (entries.length === 0) return [runButton('What I can do', 'help')];
  return entries.slice(0, mostButtons).map(({ group, sighting: { offer } }) => {
    const name = outsideText(nameOf(offer), longestInButton);
    return group === 'waiting'
      ? runButton(`Review ${name}`, `approve ${offer.offerKey}`, 'positive')
      : runButton(`Status of ${name}`, `status of ${offer.offerKey}`);
  });
}
