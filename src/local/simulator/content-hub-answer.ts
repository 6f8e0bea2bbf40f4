import { inHub } from './availability.js';
import { guidOf } from './ids.js';
import { offerKey, type Offer } from './state.js';

interface Entry {
  readonly contentId: string;
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly published: string;
}

/** Solutions of others, so that the hub is never only what is looked for. */
const others: readonly Entry[] = ['adatum', 'alpineski', 'relecloud'].map((publisherId) => ({
  contentId: `${publisherId}.azure-sentinel-solution-${publisherId}`,
  name: `${publisherId} for Microsoft Sentinel`,
  publisher: publisherId,
  version: '2.0.0',
  published: '2024-05-06',
}));

type Source = Entry | Offer;

/** Whatever may stand in the content hub, others first. */
export function hubSources(offers: readonly Offer[]): readonly Source[] {
  return [...others, ...offers];
}

/** What a source shows in the hub, if it shows anything and `wanted` holds for its content id. */
export function shownBy(source: Source, workspace: string, wanted: (contentId: string) => boolean) {
  const contentId = 'contentId' in source ? source.contentId : offerKey(source);
  if (!wanted(contentId)) return [];
  const entry = 'contentId' in source ? source : entryOf(source, contentId);
  return entry === undefined ? [] : [contentPackage(entry, workspace)];
}

function entryOf(offer: Offer, contentId: string): Entry | undefined {
  const shown = inHub(offer);
  if (shown === undefined) return undefined;
  const published = new Date(shown.entered.done ?? 0).toISOString().slice(0, 10);
  return {
    contentId,
    name: offer.name,
    publisher: offer.publisherName,
    version: shown.run.version,
    published,
  };
}

function contentPackage({ contentId, name, publisher, version, published }: Entry, workspace: string) {
  const hash = guidOf(contentId, version).replaceAll('-', '').slice(0, 13);
  return {
    id: `${workspace}/providers/Microsoft.SecurityInsights/contentProductPackages/${contentId}`,
    name: contentId,
    type: 'Microsoft.SecurityInsights/contentproductpackages',
    etag: `"${hash}"`,
    properties: {
      contentId,
      contentProductId: `${contentId}-sl-${hash}`,
      contentKind: 'Solution',
      contentSchemaVersion: '3.0.0',
      version,
      displayName: name,
      publisherDisplayName: publisher,
      isNew: 'false',
      isPreview: 'false',
      isFeatured: 'false',
      isDeprecated: 'false',
      source: { kind: 'Solution', name, sourceId: contentId },
      author: { name: publisher },
      support: { tier: 'Partner', name: publisher },
      providers: [publisher],
      categories: { domains: ['Security - Threat Protection'], verticals: null },
      firstPublishDate: published,
      lastPublishDate: published,
    },
  };
}
