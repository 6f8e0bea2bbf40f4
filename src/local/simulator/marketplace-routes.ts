import { inCatalog } from './availability.js';
import { catalogFilter } from './catalog-filter.js';
import { catalogOffer, solutionTemplate } from './catalog-answer.js';
import { apiError, armError, ok, type Answer, type Call } from './call.js';
import { linkTo } from './collection.js';
import { reportPage } from './findings-answer.js';
import { pageOf } from './paging.js';
import { hasReached } from './phase.js';
import { path, type Route } from './route.js';
import type { Offer } from './state.js';
import type { World } from './world.js';

/** The public marketplace catalog, the template it links to, and the page behind a certification report. */
export function marketplaceRoutes(world: World): readonly Route[] {
  const route = (name: string, template: string, answer: Route['answer']): Route => ({
    name,
    method: 'GET',
    path: path(template),
    access: 'open',
    answer,
  });
  return [
    route('catalogOffers', '/offers', (call) => offersInCatalog(world, call)),
    route('catalogOffer', '/offers/{offerKey}', (call) => offerInCatalog(world, call)),
    route('catalogTemplate', '/artifacts/{offerKey}/{version}/mainTemplate.json', (call) =>
      template(world, call),
    ),
    route('certificationReport', '/reports/{submissionId}', (call) => report(world, call)),
  ];
}

const pageSize = 50;
const apiVersionMissing = armError(
  400,
  'MissingApiVersionParameter',
  'The api-version query parameter is required.',
);

function offersInCatalog(world: World, call: Call): Answer {
  if (!call.query.has('api-version')) return apiVersionMissing;
  const wanted = catalogFilter(call.query.get('$filter') ?? '');
  if (wanted === undefined) return armError(400, 'BadRequest', 'The filter is not supported.');
  const page = pageOf(world.read().offers.filter(wanted), pageSize, call.query.get('$skipToken'));
  if (page === undefined) return armError(400, 'BadRequest', 'The skip token is not valid.');
  const items = page.items.flatMap((offer) => {
    const live = inCatalog(offer);
    return live === undefined ? [] : [catalogOffer(offer, live, call.origin)];
  });
  if (page.next === undefined) return ok({ items });
  return ok({ items, nextPageLink: `${call.origin}/${linkTo(call, page.next)}` });
}

function offerInCatalog(world: World, call: Call): Answer {
  if (!call.query.has('api-version')) return apiVersionMissing;
  const offer = offerNamed(world, call);
  const live = offer && inCatalog(offer);
  if (offer === undefined || live === undefined) {
    return {
      status: 404,
      body: JSON.stringify('The product does not exist'),
      headers: { 'content-type': 'application/json; charset=utf-8' },
    };
  }
  return ok(catalogOffer(offer, live, call.origin));
}

function template(world: World, call: Call): Answer {
  const offer = offerNamed(world, call);
  const version = call.params['version'] ?? '';
  const published = offer?.submissions.some(
    (each) => each.run.version === version && hasReached(each.phase, 'hub'),
  );
  if (offer === undefined || published !== true) return apiError(404, 'Not found');
  return ok(solutionTemplate(offer, version));
}

function report(world: World, call: Call): Answer {
  for (const offer of world.read().offers) {
    const submission = offer.submissions.find((each) => each.id === call.params['submissionId']);
    if (submission !== undefined) {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return { status: 200, body: reportPage(offer.name, submission), headers };
    }
  }
  return apiError(404, 'Not found');
}

function offerNamed(world: World, call: Call): Offer | undefined {
  return world.find('offerKey', call.params['offerKey'] ?? '')[0];
}
