import { guidOf } from './ids.js';
import { offerKey, type Offer, type Submission } from './state.js';
import { draftVersion } from './version.js';

export function productId(offer: Offer): string {
  return guidOf(offerKey(offer), 'product');
}

export function variantId(offer: Offer): string {
  return guidOf(offerKey(offer), 'variant');
}

/** The instance of a module that a submission was made from, of the product or of its plan. */
export function instanceId(
  offer: Offer,
  submission: Submission,
  module: string,
  of: 'product' | 'plan',
): string {
  return guidOf(offerKey(offer), submission.id, module, of);
}

/** The instance a module's next submission will be made from. Never one that was submitted. */
export function draftInstanceId(offer: Offer, module: string, of: 'product' | 'plan'): string {
  return guidOf(offerKey(offer), `draft after ${offer.lastRelease}`, module, of);
}

/** The version inside a package instance, of a submission or of the draft; undefined when the offer has no such one. */
export function packageVersion(offer: Offer, instance: string): string | undefined {
  const wanted = instance.toLowerCase();
  const places = ['product', 'plan'] as const;
  if (places.some((of) => draftInstanceId(offer, 'Package', of) === wanted)) return draftVersion(offer);
  const submission = offer.submissions.find((each) =>
    places.some((of) => instanceId(offer, each, 'Package', of) === wanted),
  );
  return submission?.run.version;
}
