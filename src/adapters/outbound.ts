import type { ZodType } from 'zod';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bounds the whole exchange, the reading of the answer included. */
  readonly timeoutMs: number;
}

/** `noAnswer`: the connection failed, was cut, or the time was over; whether the request was taken is not known. */
export type OutboundAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  | { readonly kind: 'noAnswer'; readonly reason: string };

/** One exchange with the outside. Never throws, never repeats, never follows a redirect. */
export async function sendOutbound(request: OutboundRequest): Promise<OutboundAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      redirect: 'error',
      signal: AbortSignal.timeout(request.timeoutMs),
      ...(request.headers && { headers: request.headers }),
      ...(request.body !== undefined && { body: request.body }),
    });
    return { kind: 'answer', status: response.status, text: await response.text() };
  } catch (error) {
    return { kind: 'noAnswer', reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  const cause = error.cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
  return code === 'TimeoutError' ? 'no answer in time' : `no connection (${code})`;
}

/** The answer's body as `schema` reads it; null when it is not JSON or not of that shape. */
export function parseBody<T>(text: string, schema: ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
