/** One request, read. Paths are matched case-insensitively; names in braces come as written. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly path: string;
  /** `http://host:port` as the caller addressed it. */
  readonly origin: string;
  readonly body: string;
}

/** A response to be sent: an object goes as JSON, a string as it is. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Partner Center's error body. */
export function apiError(status: number, message: string): Answer {
  return { status, body: { statusCode: status, message } };
}

/** Azure Resource Manager's error body. */
export function armError(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
