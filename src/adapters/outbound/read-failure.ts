import type { OutboundAnswer } from './exchange.js';

/** Why an answer cannot be read, in words that may be logged. @param code the service's own word, if it is safe. */
export function readFailure(answer: OutboundAnswer, code: string | null = null): string {
  if (answer.kind === 'noAnswer') return answer.reason;
  const { status, retryAfterSeconds } = answer;
  const words = code === null ? `status ${status}` : `status ${status} ${code}`;
  return retryAfterSeconds === null ? words : `${words}, to be asked again in ${retryAfterSeconds} s`;
}
