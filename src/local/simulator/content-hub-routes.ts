import { armError, ok, type Answer, type Call } from './call.js';
import { hubSources, shownBy } from './content-hub-answer.js';
import { pageOf } from './paging.js';
import { path, type Route } from './route.js';
import type { World } from './world.js';

/** The workspace to ask; any other is answered alike. */
export const workspace =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/simulated/providers/Microsoft.OperationalInsights/workspaces/simulated';

const anyWorkspace =
  '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.OperationalInsights/workspaces/{workspace}';
const clause = /^properties\/(contentId|contentKind) eq '([^']*)'$/iu;

/** The catalog of Microsoft Sentinel's content hub, through Azure Resource Manager. */
export function contentHubRoutes(world: World): readonly Route[] {
  return [
    {
      name: 'contentProductPackages',
      method: 'GET',
      path: path(`${anyWorkspace}/providers/Microsoft.SecurityInsights/contentProductPackages`),
      access: 'azure',
      answer: (call) => packages(world, call),
    },
  ];
}

const mostPages = 5;

/** Filters within pages, as Azure may: a page can be empty and still have a next one. */
function packages(world: World, call: Call): Answer {
  if (!call.query.has('api-version')) {
    return armError(400, 'MissingApiVersionParameter', 'The api-version query parameter is required.');
  }
  const wanted = filterOf(call.query.get('$filter') ?? '');
  if (wanted === undefined) return armError(400, 'BadRequest', 'The filter is not supported.');
  const asked = call.path.slice(0, call.path.toLowerCase().indexOf('/providers/microsoft.securityinsights'));
  const sources = hubSources(world.read().offers);
  const size = Math.max(2, Math.ceil(sources.length / mostPages));
  const page = pageOf(sources, size, call.query.get('$skipToken'));
  if (page === undefined) return armError(400, 'BadRequest', 'The skip token is not valid.');
  const value = page.items.flatMap((source) => shownBy(source, asked, wanted));
  if (page.next === undefined) return ok({ value });
  const query = new URLSearchParams(call.query);
  query.set('$skipToken', page.next);
  return ok({ value, nextLink: `${call.origin}${call.path}?${query.toString()}` });
}

/** Whether the content id is wanted; every package here is a solution, so that another kind is never wanted. */
function filterOf(filter: string): ((contentId: string) => boolean) | undefined {
  if (filter.trim() === '') return () => true;
  const clauses = filter.split(/ and /iu).map((part) => clause.exec(part.trim()));
  if (clauses.includes(null)) return undefined;
  return (contentId) =>
    clauses.every((match) => {
      const value = match?.[1]?.toLowerCase() === 'contentid' ? contentId : 'Solution';
      return value.toLowerCase() === match?.[2]?.toLowerCase();
    });
}
