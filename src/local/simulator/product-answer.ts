import { guidOf } from './ids.js';
import { draftInstanceId, productId, variantId } from './packages.js';
import { offerKey, type Offer } from './state.js';

/** No publisher in it: the credential's account decides which products are seen. */
export function productAnswer(offer: Offer) {
  return {
    resourceType: 'AzureApplication',
    name: offer.name,
    externalIDs: [{ type: 'AzureOfferId', value: offer.offerId }],
    isModularPublishing: true,
    id: productId(offer),
  };
}

export function variantAnswer(offer: Offer) {
  const { planSubType, planState, cloudAvailabilities } = offer.oddities ?? {};
  return {
    resourceType: 'AzureSkuVariant',
    state: planState ?? 'Active',
    friendlyName: offer.name,
    externalID: offer.planId,
    subType: planSubType ?? 'solution-template',
    cloudAvailabilities: cloudAvailabilities ?? ['public-azure'],
    conversionPaths: '*',
    certificationsAzureGovernment: [],
    extendedProperties: [],
    '@odata.etag': etag(offer, 'variant'),
    id: variantId(offer),
  };
}

/** The drafts of one module: of the product and of its plan. */
export function branchAnswers(offer: Offer, module: string) {
  const branch = { resourceType: 'Branch', friendlyName: 'Main', type: 'Main', module };
  return [
    { ...branch, currentDraftInstanceID: draftInstanceId(offer, module, 'product') },
    {
      ...branch,
      currentDraftInstanceID: draftInstanceId(offer, module, 'plan'),
      variantID: variantId(offer),
    },
  ];
}

export function packageConfigurationAnswer(offer: Offer, instance: string, version: string) {
  return {
    resourceType: 'AzureSolutionTemplatePackageConfiguration',
    version,
    packageReferences: [{ type: 'AzureApplicationPackage', value: guidOf(instance, 'file') }],
    '@odata.etag': etag(offer, instance),
    id: guidOf(instance, 'configuration'),
  };
}

function etag(offer: Offer, of: string): string {
  return `"${guidOf(offerKey(offer), of, 'etag').slice(0, 8)}"`;
}
