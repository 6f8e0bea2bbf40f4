import {
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhenResult,
  retry,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { before } from './outbound/deadline.js';
import { exchange, late, type OutboundAnswer, type OutboundRequest } from './outbound/exchange.js';
import { backoffOf, isFailure, isWorthRepeating, type BackoffSettings } from './outbound/repeating.js';

export { parseBody } from './outbound/body.js';
export { before } from './outbound/deadline.js';
export type { OutboundAnswer, OutboundRequest } from './outbound/exchange.js';
export { readFailure } from './outbound/read-failure.js';

/** The way to one service. */
export interface Outbound {
  /** Asks, again where that does no harm and may help. Never throws, never follows a redirect. */
  send(request: OutboundRequest): Promise<OutboundAnswer>;
}

export interface OutboundSettings {
  /** Names it to `onCircuit`. */
  readonly service: string;
  /** How often a request is repeated at most; default 2. */
  readonly retries?: number;
  readonly backoff?: BackoffSettings;
  readonly breaker?: {
    /** Failed exchanges in a row, over all callers, that open it. */
    readonly failures: number;
    readonly halfOpenAfterMs: number;
  };
  /** Told when nothing is asked of the service for a while, and when it is asked again. */
  readonly onCircuit?: (service: string, open: boolean) => void;
}

const circuitOpen: OutboundAnswer = { kind: 'noAnswer', cause: 'circuitOpen', reason: 'circuit open' };
const usualBackoff: BackoffSettings = { firstMs: 500, longestMs: 4_000 };
const usualBreaker = { failures: 5, halfOpenAfterMs: 30_000 };

/** One for each service: they have nothing to do with each other's failures. */
export function makeOutbound(settings: OutboundSettings): Outbound {
  const breaker = breakerOf(settings);
  const retrying = retry(handleWhenResult(isAnswer(isWorthRepeating)), {
    maxAttempts: settings.retries ?? 2,
    backoff: backoffOf(settings.backoff ?? usualBackoff),
  });

  const sendOften = async (request: OutboundRequest): Promise<OutboundAnswer> => {
    const { deadline } = request;
    let last: OutboundAnswer | null = null;
    const attempt = async (): Promise<OutboundAnswer> => {
      // Asked outside of the breaker: what is not sent speaks neither for nor against the service.
      if (deadline?.aborted) return late;
      last = await breaker.execute(() => exchange(request));
      return last;
    };
    try {
      return await retrying.execute(attempt, deadline);
    } catch {
      // The circuit opened, before the first exchange or between two.
      return last ?? circuitOpen;
    }
  };

  return {
    send: async (request) => {
      const { deadline, method, repeatable = method === 'GET' } = request;
      // What must not be sent twice goes around the breaker, too: that is a person's decision, made after a read
      // that was good, and rare enough to burden nobody. Whether it can be done is for the service to say.
      if (!repeatable) return deadline?.aborted ? late : exchange(request);
      // A wait before a repetition does not hear of the deadline; its caller does not wait for it.
      return (await before(deadline, sendOften(request))) ?? late;
    },
  };
}

function breakerOf({ service, breaker = usualBreaker, onCircuit }: OutboundSettings): CircuitBreakerPolicy {
  const policy = circuitBreaker(handleWhenResult(isAnswer(isFailure)), {
    breaker: new ConsecutiveBreaker(breaker.failures),
    halfOpenAfter: breaker.halfOpenAfterMs,
  });
  policy.onStateChange((state) => {
    if (state !== CircuitState.HalfOpen) onCircuit?.(service, state === CircuitState.Open);
  });
  return policy;
}

/** The library knows its results as unknown. */
function isAnswer(is: (answer: OutboundAnswer) => boolean): (result: unknown) => boolean {
  return (result) => is(result as OutboundAnswer);
}
