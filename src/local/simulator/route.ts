import type { Answer, Call } from './call.js';

/** Who may call a route: everybody, or the bearer of a token for one of the two APIs. */
export type Access = 'open' | 'partnerCenter' | 'azure';

export interface Route {
  /** Names it in counts and faults. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: RegExp;
  readonly access: Access;
  readonly answer: (call: Call) => Answer;
}

/**
 * A route's path: `{name}` stands for one segment or one argument in parentheses.
 * Matches whatever the case, since the API's own documentation writes the same path in several.
 */
export function path(template: string): RegExp {
  const escaped = template.replaceAll(/[().]/gu, String.raw`\$&`);
  const source = escaped.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/()]+)');
  return new RegExp(`^${source}/?$`, 'iu');
}

type Match =
  | { readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | 'method not allowed'
  | 'not found';

export function matchRoute(routes: readonly Route[], method: string, pathname: string): Match {
  let known = false;
  for (const route of routes) {
    const match = route.path.exec(pathname);
    if (match === null) continue;
    if (route.method === method) return { route, params: { ...match.groups } };
    known = true;
  }
  return known ? 'method not allowed' : 'not found';
}
