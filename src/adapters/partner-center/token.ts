import { DefaultAzureCredential } from '@azure/identity';
import { z } from 'zod';
import { makeOutbound, parseBody, type Outbound } from '../outbound.js';

export interface TokenSource {
  /** A bearer token for a resource such as `https://api.partner.microsoft.com`; null when none can be had. */
  (resource: string): Promise<string | null>;
  /** The API did not take this one: the next caller gets another. A newer one that is kept by now stays. */
  forget(resource: string, token: string): void;
}

export interface ClientCredentials {
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** Null: the Azure identity of the process. */
  readonly clientSecret: string | null;
}

interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

const renewBeforeMs = 5 * 60_000;
const timeoutMs = 10_000;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

/**
 * Tokens are kept until five minutes before their end, or to the end itself while no new one can be had; callers
 * that come together share one request.
 */
export function makeTokenSource(
  credentials: ClientCredentials,
  now: () => number,
  outbound: Outbound = makeOutbound({ service: 'entra' }),
): TokenSource {
  const { clientSecret } = credentials;
  const request = clientSecret === null ? fromIdentity() : fromSecret(credentials, clientSecret, outbound);
  const kept = new Map<string, Token>();
  const underWay = new Map<string, Promise<Token | null>>();
  const renew = async (resource: string): Promise<Token | null> => {
    const token = await request(resource, now());
    if (token !== null) kept.set(resource, token);
    underWay.delete(resource);
    return token;
  };
  const leftMs = (token: Token): number => token.endsAt - now();
  const ask = async (resource: string): Promise<string | null> => {
    const known = kept.get(resource);
    if (known !== undefined && leftMs(known) > renewBeforeMs) return known.value;
    const asked = underWay.get(resource) ?? renew(resource);
    underWay.set(resource, asked);
    const renewed = await asked;
    if (renewed !== null) return renewed.value;
    const left = kept.get(resource);
    return left !== undefined && leftMs(left) > 0 ? left.value : null;
  };
  const forget = (resource: string, token: string): void => {
    if (kept.get(resource)?.value === token) kept.delete(resource);
  };
  return Object.assign(ask, { forget });
}

type Request = (resource: string, now: number) => Promise<Token | null>;

// A plain call and no MSAL: it refuses an authority on plain http, which a simulator on loopback is.
function fromSecret(
  { authorityUrl, tenantId, clientId }: ClientCredentials,
  secret: string,
  outbound: Outbound,
): Request {
  return async (resource, now) => {
    const answer = await outbound.send({
      method: 'POST',
      // A token that nobody got does no harm.
      repeatable: true,
      url: `${authorityUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
        scope: `${resource}/.default`,
      }).toString(),
      timeoutMs,
    });
    if (answer.kind !== 'answer' || answer.status !== 200) return null;
    const token = parseBody(answer.text, tokenAnswer);
    return token && { value: token.access_token, endsAt: now + token.expires_in * 1_000 };
  };
}

function fromIdentity(): Request {
  const credential = new DefaultAzureCredential();
  return async (resource) => {
    try {
      const token = await credential.getToken(`${resource}/.default`);
      return { value: token.token, endsAt: token.expiresOnTimestamp };
    } catch {
      return null;
    }
  };
}
