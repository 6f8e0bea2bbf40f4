import type { OfferSighting } from '../../../domain/picture.js';
import { picture, text, type Reply } from '../reply.js';
import type { Stories } from './command.js';

const longestName = 200;

/**
 * Finds the offer that somebody named and goes on with it; where several fit, or none, answers with buttons.
 * @param again the command to run for a chosen offer, given its key.
 */
export async function withOffer(
  { findOffer }: Pick<Stories, 'findOffer'>,
  asked: string,
  again: (offerKey: string) => string,
  goOn: (sighting: OfferSighting) => Promise<Reply> | Reply,
): Promise<Reply> {
  if (asked.length > longestName) return text('That name is too long for an offer. Try a part of it.');
  const found = await findOffer(asked);
  if (found.kind === 'one') return goOn(found.sighting);
  const candidates = found.kind === 'several' ? found.sightings : found.nearest;
  if (candidates.length === 0)
    return text('No offer is tracked yet. An admin can start with: track publisher.offer');
  return picture({
    kind: 'choice',
    asked,
    found: found.kind === 'several',
    options: candidates.map(({ offer }) => ({ title: offer.name, command: again(offer.offerKey) })),
  });
}
