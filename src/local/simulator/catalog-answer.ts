import { offerKey, type Offer, type Submission } from './state.js';
import { utcTime } from './wire-time.js';

/** Without this keyword a listing is never taken into the content hub. */
const sentinelKeyword = 'f1de974b-f438-4719-b423-8bf704ba2aef';

/** An offer as the public marketplace catalog shows it. */
export function catalogOffer(offer: Offer, live: Submission, origin: string) {
  const key = offerKey(offer);
  const { planSubType, planHidden = false, planStopSell = false, stopSellReason } = offer.oddities ?? {};
  const stopSell = stopSellReason !== undefined;
  const artifacts = `${origin}/artifacts/${key}/${live.run.version}`;
  return {
    id: key,
    legacyId: key,
    publisherId: offer.publisherId,
    publisherDisplayName: offer.publisherName,
    offerId: offer.offerId,
    displayName: offer.name,
    summary: offer.summary,
    longSummary: offer.summary,
    description: `<p>${offer.summary}</p>`,
    offerType: planSubType === 'managed-application' ? 'ManagedApplication' : 'SolutionTemplate',
    isPrivate: false,
    isPreview: false,
    isStopSell: stopSell,
    ...(stopSell && {
      stopSellInfo: { startDate: utcTime(live.entered.catalog ?? 0), reason: stopSellReason },
    }),
    version: live.run.version,
    categoryIds: ['security', ...(offer.sentinelKeyword ? ['AzureSentinelSolution'] : [])],
    keywords: ['Sentinel', 'security', ...(offer.sentinelKeyword ? [sentinelKeyword] : [])],
    creationDate: utcTime(offer.submissions[0]?.entered.created ?? 0),
    bigCatLastModifiedDate: utcTime(live.entered.catalog ?? 0),
    plans: [
      {
        planId: offer.planId,
        legacyPlanId: `${key}${offer.planId}`,
        displayName: offer.name,
        isPrivate: false,
        isHidden: planHidden,
        isStopSell: stopSell || planStopSell,
        uiDefinitionUri: `${artifacts}/createUiDefinition.json`,
        artifacts: [
          { name: 'createUiDefinition', type: 'Custom', uri: `${artifacts}/createUiDefinition.json` },
          { name: 'DefaultTemplate', type: 'Template', uri: `${artifacts}/mainTemplate.json` },
        ],
      },
    ],
  };
}

/** The template behind the plan's artifact: the one place where the published version stands. */
export function solutionTemplate(offer: Offer, version: string) {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    variables: { _solutionName: offer.name, _solutionVersion: version, _solutionId: offerKey(offer) },
    resources: [],
  };
}
