import type { Answer, Call } from '../call.js';
import type { Access } from '../route.js';

/** Takes the place of the truth, breaks the connection, or holds the answer back: the first that fits a call decides. */
export interface Decision {
  readonly kind: 'decision';
  readonly answer?: (access: Access) => Answer;
  /** Before the work was done or after it, in both cases without an answer. */
  readonly cut?: 'before' | 'after';
  readonly delayMs?: number;
}

/** Leaves the truth recognisable: all that fit a call apply to its answer, one after the other. */
interface Alteration {
  readonly kind: 'alteration';
  /** Undefined where there is nothing to change; then the fault is not used up. */
  readonly change?: (answer: Answer, call: Call) => Answer | undefined;
  readonly delayMs?: number;
}

export type Effect = Decision | Alteration;

export interface NamedFault {
  readonly name: string;
  readonly description: string;
  /** Said by Microsoft, seen in clients' logs and issues, or only assumed. */
  readonly basis: 'documented' | 'observed' | 'assumed';
  /** Where it strikes unless told otherwise: a route's name, `partnerCenter` for all of that API, `*` for everything. */
  readonly route: string;
  readonly effect: Effect;
}
