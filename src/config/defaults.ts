import type { PartnerCenter } from './shape.js';
import type { Variables } from './variables.js';

/** The variables' values, and the names of all that were given a value at all. */
export interface Given {
  readonly set: Variables;
  readonly names: readonly string[];
}

/** With a registration the simulator is no substitute: what is missing is told as a fault. */
export function partnerCenterKind({ set }: Given): PartnerCenter['kind'] {
  if (set.PARTNER_CENTER !== undefined) return set.PARTNER_CENTER;
  // A secret without its application id is a half-made configuration, and no wish for the simulator.
  const credentials = [set.PARTNER_CENTER_CLIENT_ID, set.PARTNER_CENTER_CLIENT_SECRET];
  return credentials.some((value) => value !== undefined) ? 'api' : 'simulator';
}

const outside = /^(?:BOT_ID$|COSMOS_|PARTNER_CENTER|SENTINEL_)/;

/** The Playground is for those who have configured nothing of the outside. */
export function playgroundOn({ set, names }: Given): boolean {
  if (set.PLAYGROUND !== undefined) return set.PLAYGROUND === 'on';
  return !names.some((name) => outside.test(name));
}
