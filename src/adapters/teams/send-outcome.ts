import type { SendOutcome } from '../../domain/delivery.js';

/** What the connector's errors carry: the status, and the code of the body or of the broken connection. */
interface ConnectorFault {
  readonly statusCode: number | null;
  readonly code: string;
  readonly retryAfterSeconds: number | null;
}

const worthRepeating = new Set([412, 429, 502, 503, 504]);

/** After a 500 the connector asks not to be called again at once; the recovery scan comes later. */
const afterServerErrorSeconds = 120;

/** What an error of the channel means for a post, by Teams' documented answers. */
export function outcomeOfError(error: unknown): SendOutcome {
  const { statusCode, code, retryAfterSeconds } = faultOf(error);
  if (statusCode === null) return { kind: 'retry', afterSeconds: null, reason: `no answer (${code})` };
  const reason = `${statusCode} ${code}`.trim();
  if (worthRepeating.has(statusCode)) return { kind: 'retry', afterSeconds: retryAfterSeconds, reason };
  if (statusCode === 404)
    return code === 'ActivityNotFoundInConversation' ? { kind: 'missing' } : { kind: 'gone', reason };
  if (statusCode === 403) return { kind: 'gone', reason };
  if (statusCode >= 500) return { kind: 'retry', afterSeconds: afterServerErrorSeconds, reason };
  return { kind: 'failed', reason };
}

function faultOf(error: unknown): ConnectorFault {
  if (!(error instanceof Error)) return { statusCode: null, code: 'unknown', retryAfterSeconds: null };
  const statusCode = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { statusCode, code, retryAfterSeconds: retryAfterOf(error) };
}

function retryAfterOf(error: object): number | null {
  if (!('response' in error) || typeof error.response !== 'object' || error.response === null) return null;
  const { response } = error;
  if (!('headers' in response) || typeof response.headers !== 'object' || response.headers === null)
    return null;
  const { headers } = response;
  if (!('get' in headers) || typeof headers.get !== 'function') return null;
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
