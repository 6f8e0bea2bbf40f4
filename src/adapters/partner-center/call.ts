import { before, type Outbound, type OutboundAnswer } from '../outbound.js';
import type { TokenSource } from './token.js';

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With its query, from the host on. */
  readonly path: string;
  readonly timeoutMs: number;
  readonly deadline?: AbortSignal | undefined;
}

/** `noToken`: nothing was sent. */
export type CallAnswer = OutboundAnswer | { readonly kind: 'noToken' };

/** Calls with a bearer token; one that the API does not take is not used again. */
export function makeCall(apiUrl: string, tokens: TokenSource, outbound: Outbound) {
  const resource = new URL(apiUrl).origin;
  return async function call({ method, path, timeoutMs, deadline }: Call): Promise<CallAnswer> {
    const token = await before(deadline, tokens(resource));
    if (token === null) return { kind: 'noToken' };
    const answer = await outbound.send({
      method,
      url: `${apiUrl}${path}`,
      timeoutMs,
      ...(deadline && { deadline }),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(method === 'POST' && { 'content-type': 'application/json' }),
      },
      ...(method === 'POST' && { body: '{}' }),
    });
    if (answer.kind === 'answer' && answer.status === 401) tokens.forget(resource, token);
    return answer;
  };
}
