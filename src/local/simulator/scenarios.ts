import { demoScenario } from './demo-scenario.js';
import { failuresScenario } from './failures-scenario.js';
import type { Scenario } from './scenario.js';

const scenarios: readonly Scenario[] = [demoScenario, failuresScenario];

/** @throws Error with the names there are, when there is no such scenario. */
export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  throw new Error(
    `No scenario is called ${name}; there are ${scenarios.map((each) => each.name).join(', ')}.`,
  );
}
