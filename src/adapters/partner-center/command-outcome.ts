import type { CallAnswer } from './call.js';
import { errorAnswer } from './error-answer.js';
import { shortText } from './short-text.js';

/** What came of one request that changes something. */
export type CommandOutcome<Done extends string> =
  | { readonly kind: Done }
  /** Certain: nothing was changed. The reason is outside text, for people. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown' };

const longestReason = 200;

/** A refusal by status is certain; anything else may have been taken. @param done the word for a success. */
export function commandOutcome<Done extends string>(answer: CallAnswer, done: Done): CommandOutcome<Done> {
  if (answer.kind === 'noToken') {
    return { kind: 'refused', reason: 'no token could be had for Partner Center' };
  }
  if (answer.kind === 'noAnswer') return { kind: 'unknown' };
  const { status, text } = answer;
  if (status >= 200 && status < 300) return { kind: done };
  if (status < 400 || status >= 500 || status === 408) return { kind: 'unknown' };
  const { code, message } = errorAnswer(text);
  const said = [code, message].filter((part) => part !== null).join(': ');
  return { kind: 'refused', reason: shortText(`${status} ${said}`, longestReason) };
}
