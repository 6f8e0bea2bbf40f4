import type { NamedFault } from './fault.js';

/** What happens on the way. */
export const connectionFaults: readonly NamedFault[] = [
  {
    name: 'cut-before',
    description: 'The connection breaks before anything was done',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: { kind: 'decision', cut: 'before' },
  },
  {
    name: 'cut-after',
    description: 'The connection breaks after it was done: the caller does not learn of it',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: { kind: 'decision', cut: 'after' },
  },
  {
    name: 'slow',
    description: 'Every answer comes three seconds late',
    basis: 'assumed',
    route: 'partnerCenter',
    effect: { kind: 'alteration', delayMs: 3_000 },
  },
];
