import { guidOf } from './ids.js';
import { ok, type Answer, type Call } from './call.js';
import { path, type Route } from './route.js';
import { issueToken, lifetimeSeconds } from './tokens.js';
import type { World } from './world.js';

/** The simulated directory and the application registered in it. */
export const tenantId = guidOf('simulated tenant');
export const clientId = guidOf('simulated application');

/** Both token endpoints: v1 names a `resource`, v2 a `scope`. Client credentials only. */
export function tokenRoutes(world: World): readonly Route[] {
  const route = (template: string, audience: (form: URLSearchParams) => string | null): Route => ({
    name: 'token',
    method: 'POST',
    path: path(template),
    access: 'open',
    answer: (call) => token(world, call, audience),
  });
  return [
    route('/{tenant}/oauth2/token', (form) => form.get('resource')),
    route('/{tenant}/oauth2/v2.0/token', (form) => form.get('scope')?.replace(/\/\.default$/u, '') ?? null),
  ];
}

function token(world: World, call: Call, audience: (form: URLSearchParams) => string | null): Answer {
  const form = new URLSearchParams(call.body);
  const { clientSecret, tokenSecret } = world.read();
  if (call.params['tenant']?.toLowerCase() !== tenantId)
    return refused(400, 'invalid_request', 'Unknown tenant.');
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 'Only client_credentials is served.');
  }
  const aud = audience(form);
  if (aud === null || aud === '') return refused(400, 'invalid_request', 'A resource or scope is missing.');
  if (form.get('client_id') !== clientId) return refused(400, 'unauthorized_client', 'Unknown application.');
  if (form.get('client_secret') !== clientSecret) {
    return refused(401, 'invalid_client', 'The client secret is missing or wrong.');
  }
  const exp = Math.floor(world.now() / 1_000) + lifetimeSeconds;
  return ok({
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    expires_on: String(exp),
    access_token: issueToken(tokenSecret, { aud, exp }),
  });
}

function refused(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description } };
}
