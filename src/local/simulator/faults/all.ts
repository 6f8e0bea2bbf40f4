import { answerAlterations } from './answer-alterations.js';
import { connectionFaults } from './connection.js';
import type { NamedFault } from './fault.js';
import { refusals } from './refusals.js';
import { workflowAlterations } from './workflow-alterations.js';

/** All that have a name, in the order in which they are shown. */
export const namedFaults: readonly NamedFault[] = [
  ...refusals,
  ...connectionFaults,
  ...workflowAlterations,
  ...answerAlterations,
];

/** @throws Error with the names there are, when there is no such fault. */
export function faultNamed(name: string): NamedFault {
  const found = namedFaults.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  throw new Error(
    `No fault is called ${name}; there are ${namedFaults.map((each) => each.name).join(', ')}.`,
  );
}
