import { apiError, ok, type Answer, type Call } from './call.js';
import { packageVersion, productId } from './packages.js';
import { pageOf } from './paging.js';
import { branchAnswers, packageConfigurationAnswer, productAnswer, variantAnswer } from './product-answer.js';
import { path, type Route } from './route.js';
import type { Offer } from './state.js';
import type { World } from './world.js';

export const ingestion = '/v1.0/ingestion';
export const noSuchProduct = apiError(404, 'The product was not found.');

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
    route('products', '', (call) => products(world.read().offers, call)),
    route(
      'product',
      '/{productId}',
      ofProduct((offer) => ok(productAnswer(offer))),
    ),
    route(
      'variants',
      '/{productId}/variants',
      ofProduct((offer, call) => collection([variantAnswer(offer)], call)),
    ),
    route(
      'branches',
      '/{productId}/branches/getByModule(module={module})',
      ofProduct((offer, call) => collection(branchAnswers(offer, call.params['module'] ?? ''), call, 5)),
    ),
    route(
      'packageConfigurations',
      '/{productId}/packageConfigurations/getByInstanceID(instanceID={instanceId})',
      ofProduct(packageConfigurations),
    ),
  ];
}

export function productOf(world: World, call: Call): Offer | undefined {
  const wanted = call.params['productId']?.toLowerCase();
  return world.read().offers.find((offer) => productId(offer) === wanted);
}

/** A page of a collection, the next one named relative to the host as Partner Center does. */
export function collection(items: readonly unknown[], call: Call, size = 1, order?: 'up' | 'down'): Answer {
  const page = pageOf(items, size, call.query.get('$skipToken'), order);
  if (page === undefined) return apiError(400, 'The skip token is not valid.');
  if (page.next === undefined) return ok({ value: page.items });
  const query = new URLSearchParams(call.query);
  query.delete('$skipToken');
  const kept = [...query].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const nextLink = `${call.path.replace(/^\/+/u, '')}?${[...kept, `$skipToken=${page.next}`].join('&')}`;
  return ok({ value: page.items, nextLink });
}

function products(offers: readonly Offer[], call: Call): Answer {
  const filter = call.query.get('$filter')?.trim() ?? '';
  const offerId = byOfferId.exec(filter)?.[1]?.toLowerCase();
  if (offerId === undefined && !byType.test(filter)) {
    return apiError(
      400,
      "ICH50400 - Unable to complete request. Request validation failed. ProductTypeFilter[0]: The field is invalid (value 'Application').",
    );
  }
  const found = offers.filter((offer) => offerId === undefined || offer.offerId === offerId);
  return collection(
    found.map((offer) => productAnswer(offer)),
    call,
    2,
  );
}

function packageConfigurations(offer: Offer, call: Call): Answer {
  const instance = call.params['instanceId'] ?? '';
  const version = packageVersion(offer, instance);
  if (version === undefined) return apiError(404, 'The instance was not found.');
  return collection([packageConfigurationAnswer(offer, instance, version)], call);
}
