import { collection } from './collection.js';
import { apiError, ok, type Answer, type Call } from './call.js';
import { packageVersion } from './packages.js';
import { branchAnswers, packageConfigurationAnswer, productAnswer, variantAnswer } from './product-answer.js';
import { path, type Route } from './route.js';
import type { Offer } from './state.js';
import type { World } from './world.js';

export const ingestion = '/v1.0/ingestion';
export const noSuchProduct = apiError(404, 'The product was not found.');

/** What a list without a filter has been answered since 2026-04. */
export const productTypeFilterRefused = apiError(
  400,
  "ICH50400 - Unable to complete request. Request validation failed. ProductTypeFilter[0]: The field is invalid (value 'Application').",
);

const byOfferId = /^externalIDs\/any\(i:\s*i\/type eq 'AzureOfferId' and i\/value eq '([^']+)'\)$/iu;
const byType = /^resourceType eq 'AzureApplication'$/iu;

/** Products and what belongs to them, apart from submissions. */
export function productsRoutes(world: World): readonly Route[] {
  const route = (name: string, template: string, answer: Route['answer']): Route => ({
    name,
    method: 'GET',
    path: path(`${ingestion}/products${template}`),
    access: 'partnerCenter',
    answer,
  });
  const ofProduct = (answer: (offer: Offer, call: Call) => Answer) => (call: Call) => {
    const offer = productOf(world, call);
    return offer === undefined ? noSuchProduct : answer(offer, call);
  };
  return [
    route('products', '', (call) => products(world, call)),
    route(
      'product',
      '/{productId}',
      ofProduct((offer) => ok(productAnswer(offer))),
    ),
    route(
      'variants',
      '/{productId}/variants',
      ofProduct((offer, call) => collection([offer], call, variantAnswer)),
    ),
    route(
      'branches',
      '/{productId}/branches/getByModule(module={module})',
      ofProduct((offer, call) =>
        collection(branchAnswers(offer, call.params['module'] ?? ''), call, (branch) => branch, { size: 5 }),
      ),
    ),
    route(
      'packageConfigurations',
      '/{productId}/packageConfigurations/getByInstanceID(instanceID={instanceId})',
      ofProduct(packageConfigurations),
    ),
  ];
}

export function productOf(world: World, call: Call): Offer | undefined {
  return world.find('productId', call.params['productId'] ?? '').find((offer) => offer.deleted !== true);
}

function products(world: World, call: Call): Answer {
  const filter = call.query.get('$filter')?.trim() ?? '';
  const offerId = byOfferId.exec(filter)?.[1]?.toLowerCase();
  if (offerId === undefined && !byType.test(filter)) return productTypeFilterRefused;
  const found = offerId === undefined ? world.read().offers : world.find('offerId', offerId);
  const present = found.filter((offer) => offer.deleted !== true);
  return collection(present, call, productAnswer, { size: 2 });
}

function packageConfigurations(offer: Offer, call: Call): Answer {
  const instance = call.params['instanceId'] ?? '';
  const version = packageVersion(offer, instance);
  if (version === undefined) return apiError(404, 'The instance was not found.');
  return collection([version], call, (each) => packageConfigurationAnswer(offer, instance, each));
}
