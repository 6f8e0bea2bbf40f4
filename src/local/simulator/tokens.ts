import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const lifetimeSeconds = 3_599;

interface Claims {
  /** The resource the token was asked for. */
  readonly aud: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

const claimsSchema = z.object({ aud: z.string(), exp: z.number() });

/** A token needs no memory: it carries its claims, signed. */
export function issueToken(secret: string, claims: Claims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${signature(secret, payload)}`;
}

/** The claims of a token of ours that has not expired. */
export function readToken(secret: string, token: string, now: number): Claims | undefined {
  const [payload = '', signed = ''] = token.split('.');
  const expected = Buffer.from(signature(secret, payload));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return claims.exp * 1_000 > now ? claims : undefined;
}

function signature(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
