import { apiError, armError, type Answer } from './call.js';
import type { Access } from './route.js';
import { readToken } from './tokens.js';

const partnerCenter = 'https://api.partner.microsoft.com';
const azure = 'https://management.azure.com';

export interface Bearer {
  readonly authorization: string | undefined;
  readonly secret: string;
  readonly now: number;
}

/** A refusal, or undefined to go on. A token asked for one API does not open the other; the simulator's own URL opens both. */
export function refuseAccess(access: Access, bearer: Bearer): Answer | undefined {
  if (access === 'open') return undefined;
  const token = /^bearer (.+)$/iu.exec(bearer.authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : readToken(bearer.secret, token, bearer.now);
  const foreign = access === 'azure' ? partnerCenter : azure;
  if (claims !== undefined && !claims.aud.startsWith(foreign)) return undefined;
  const headers = { 'www-authenticate': 'Bearer' };
  return access === 'azure'
    ? { ...armError(401, 'AuthenticationFailed', 'Authentication failed.'), headers }
    : { ...apiError(401, 'Unauthorized'), headers };
}
