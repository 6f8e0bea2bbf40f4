import type { Freshness } from '../domain/picture.js';
import type { Look } from './look.js';
import { agoText, whenText } from './when.js';

/** How far what is shown can be believed, for the foot of a card. */
export function freshnessLine({ checkedAt, stale }: Freshness, look: Look): string {
  if (!look.reads) return pushedLine(checkedAt, look);
  if (checkedAt === null)
    return stale
      ? 'Partner Center could not be read yet: nothing here is certain.'
      : 'Not checked with Partner Center yet.';
  const [ago, when] = [agoText(checkedAt, look.now), whenText(checkedAt, look.timeZone)];
  return stale
    ? `May be stale: last good read of Partner Center ${ago} (${when}).`
    : `Checked ${ago} with Partner Center (${when}).`;
}

/** Partner Center was not asked: the publisher's own pipeline said so. */
function pushedLine(pushedAt: string | null, look: Look): string {
  return pushedAt === null
    ? 'Nothing was pushed yet, and Partner Center is not read here.'
    : `Not verified with Partner Center: pushed ${agoText(pushedAt, look.now)} (${whenText(pushedAt, look.timeZone)}).`;
}
