import { newest, type Offer } from './state.js';

/** The version in the offer's draft: what the next submission will carry, above everything submitted so far. */
export function draftVersion(offer: Offer): string {
  const scripted = offer.upcoming[0];
  if (scripted !== undefined) return scripted.version;
  const [major = '1', minor = '0'] = (newest(offer)?.run.version ?? '1.0.0').split('.');
  return `${major}.${Number(minor) + 1}.0`;
}
