import {
  DelegateBackoff,
  ExponentialBackoff,
  type IBackoff,
  type IBackoffFactory,
  type IRetryBackoffContext,
} from 'cockatiel';
import type { OutboundAnswer } from './exchange.js';

export interface BackoffSettings {
  /** About how long the first wait is; the next ones are longer, all of them scattered. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/** What asks for more patience than this is told to the caller at once: somebody may be waiting. */
const longestHintSeconds = 10;

const passing = new Set([408, 429, 500, 502, 503, 504]);

/** Whether it may go better soon. What took too long once is not asked again: all of the caller's time would go. */
export function isWorthRepeating(answer: OutboundAnswer): boolean {
  if (answer.kind === 'noAnswer') return answer.cause === 'broken';
  return passing.has(answer.status) && (answer.retryAfterSeconds ?? 0) <= longestHintSeconds;
}

/**
 * Whether it speaks against the service. A refusal does not. An exchange that its caller ended does: it had been
 * waiting for seconds.
 */
export function isFailure(answer: OutboundAnswer): boolean {
  if (answer.kind === 'noAnswer') return true;
  return answer.status >= 500 || answer.status === 408 || answer.status === 429;
}

/** Longer each time and scattered, unless the service says how long. */
export function backoffOf({ firstMs, longestMs }: BackoffSettings) {
  const growing = new ExponentialBackoff({ initialDelay: firstMs, maxDelay: longestMs });
  return new DelegateBackoff<IRetryBackoffContext<unknown>, IBackoffFactory<unknown>>(
    ({ result }, state = growing) => {
      const step: IBackoff<unknown> = state.next(undefined);
      const hint = 'value' in result ? hintOf(result.value as OutboundAnswer) : null;
      return { delay: hint === null ? step.duration : hint * 1_000, state: step };
    },
  );
}

function hintOf(answer: OutboundAnswer): number | null {
  return answer.kind === 'answer' ? answer.retryAfterSeconds : null;
}
