import { retryAfterSeconds } from './retry-after.js';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bounds one exchange, the reading of the answer included; a repetition has as long again. */
  readonly timeoutMs: number;
  /** Ends everything, repetitions and the waits before them included. */
  readonly deadline?: AbortSignal;
  /** Whether asking twice does no harm; unless said otherwise a GET does none, and anything else may. */
  readonly repeatable?: boolean;
}

/** `noAnswer`: whether the request was taken is not known, unless the circuit was open; then nothing was sent. */
export type OutboundAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly text: string;
      /** When to ask again, where the service says so. */
      readonly retryAfterSeconds: number | null;
    }
  | {
      readonly kind: 'noAnswer';
      readonly cause: 'broken' | 'late' | 'circuitOpen';
      /** May be logged. */
      readonly reason: string;
    };

export const late: OutboundAnswer = { kind: 'noAnswer', cause: 'late', reason: 'no answer in time' };

/** One request and its answer. Never throws; a redirect is an answer, and is not followed. */
export async function exchange(request: OutboundRequest): Promise<OutboundAnswer> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      redirect: 'manual',
      signal: request.deadline === undefined ? timeout : AbortSignal.any([timeout, request.deadline]),
      ...(request.headers && { headers: request.headers }),
      ...(request.body !== undefined && { body: request.body }),
    });
    const hint = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
    return {
      kind: 'answer',
      status: response.status,
      text: await response.text(),
      retryAfterSeconds: hint,
    };
  } catch (error) {
    return withoutAnswer(error);
  }
}

function withoutAnswer(error: unknown): OutboundAnswer {
  const name = fieldOf(error, 'name');
  if (name === 'TimeoutError' || name === 'AbortError') return late;
  // Names and codes only: a message may hold an address with what is secret in it.
  const code = fieldOf(fieldOf(error, 'cause'), 'code') ?? name;
  return { kind: 'noAnswer', cause: 'broken', reason: `no connection (${String(code)})` };
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
