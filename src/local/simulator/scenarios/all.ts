import type { NamedScenario, Scenario } from '../scenario.js';
import { alreadyLive } from './already-live.js';
import { autoPromote } from './auto-promote.js';
import { cancelled } from './cancelled.js';
import { deletedOffer } from './deleted-offer.js';
import { demo } from './demo.js';
import { failures } from './failures.js';
import { happy } from './happy.js';
import { hotfix } from './hotfix.js';
import { managedApplication } from './managed-application.js';
import { defaultOffers, many } from './many.js';
import { promoteTooEarly } from './promote-too-early.js';
import { resubmission } from './resubmission.js';
import { superseded } from './superseded.js';

/** All of them, in the order in which they are shown. */
export const scenarios: readonly NamedScenario[] = [
  demo,
  happy,
  ...failures,
  resubmission,
  superseded,
  hotfix,
  cancelled,
  autoPromote,
  promoteTooEarly,
  alreadyLive,
  deletedOffer,
  managedApplication,
  many(defaultOffers),
];

/** @throws Error with the names there are, when there is no such scenario. `offers` is for `many` alone. */
export function scenarioNamed(name: string, offers?: number): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) {
    throw new Error(
      `No scenario is called ${name}; there are ${scenarios.map((each) => each.name).join(', ')}.`,
    );
  }
  return found.name === 'many' && offers !== undefined ? many(offers) : found;
}
