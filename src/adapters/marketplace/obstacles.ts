import type { Obstacle } from '../../domain/obstacle.js';
import type { CatalogOffer } from './schema.js';

/** The content hub takes in what carries this keyword, or stands in this category. */
const sentinelKeyword = 'f1de974b-f438-4719-b423-8bf704ba2aef';
const sentinelCategory = 'AzureSentinelSolution';

/** Why the content hub will not show a listing; a field that is not there is no reason. */
export function listingObstacles(listing: CatalogOffer): readonly Obstacle[] {
  const plans = listing.plans ?? [];
  const all = (is: (plan: (typeof plans)[number]) => boolean): boolean => plans.length > 0 && plans.every(is);
  const found: Readonly<Record<Exclude<Obstacle, 'notSolutionTemplate'>, boolean>> = {
    keywordMissing: isKeywordMissing(listing),
    planHidden: all(({ isHidden, isPrivate }) => isHidden === true || isPrivate === true),
    stopSell: listing.isStopSell === true || all(({ isStopSell }) => isStopSell === true),
  };
  return (['keywordMissing', 'planHidden', 'stopSell'] as const).filter((obstacle) => found[obstacle]);
}

function isKeywordMissing({ keywords, categoryIds }: CatalogOffer): boolean {
  if (!keywords) return false;
  const hasKeyword = keywords.some((keyword) => keyword.toLowerCase().includes(sentinelKeyword));
  return !hasKeyword && !categoryIds?.includes(sentinelCategory);
}
