import type { ZodType } from 'zod';
import type { Reading } from '../../ports.js';
import { parseBody, readFailure } from '../outbound.js';
import type { CallAnswer } from './call.js';
import { errorAnswer } from './error-answer.js';

/** An answer as `schema` reads it. Only 404 means that there is nothing; whatever else is no 200 is no reading. */
export function readingOf<T>(answer: CallAnswer, schema: ZodType<T>): Reading<T> {
  if (answer.kind === 'noToken') return { kind: 'unavailable', reason: 'no token' };
  if (answer.kind === 'answer' && answer.status === 404) return { kind: 'notFound' };
  if (answer.kind === 'noAnswer' || answer.status !== 200) {
    const code = answer.kind === 'answer' ? errorAnswer(answer.text).code : null;
    return { kind: 'unavailable', reason: readFailure(answer, code) };
  }
  const value = parseBody(answer.text, schema);
  return value === null
    ? { kind: 'unavailable', reason: 'an answer of another shape' }
    : { kind: 'read', value };
}
