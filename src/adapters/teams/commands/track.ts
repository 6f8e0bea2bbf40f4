import { parseOfferKey } from '../../../domain/offer.js';
import { isAdmin } from '../../../domain/person.js';
import { picture, text } from '../reply.js';
import type { MakeCommand } from './command.js';
import { withOffer } from './offer-asked.js';

const adminsOnly = 'Only admins can do this. Ask an admin of this bot, named in its ADMINS setting.';

export const makeTrackCommand: MakeCommand = ({ trackOffer, admins }) => ({
  pattern: /^track (\S+)$/i,
  usage: 'track <publisher>.<offer>',
  help: 'start to follow an offer (admins)',
  run: async ([typed = ''], { person }) => {
    if (!isAdmin(admins, person)) return text(adminsOnly);
    const key = parseOfferKey(typed);
    if (key === null)
      return text(`That is no offer key. Type track and the key, for example: track contoso.my-solution`);
    const tracked = await trackOffer(key);
    switch (tracked.kind) {
      case 'tracked':
      case 'already':
        return picture({
          kind: 'status',
          offer: tracked.offer,
          submissionId: null,
          said: tracked.kind === 'tracked' ? 'Tracked from now on.' : 'This offer is tracked already.',
          freshness: { checkedAt: tracked.offer.observedAt, stale: false },
        });
      case 'notFound':
        return text(
          `Partner Center does not show an offer "${key.offerId}" to this bot. Check the offer id, and that the bot's application belongs to the publisher's account.`,
        );
      case 'unavailable':
        return text(
          'Partner Center cannot be read just now, so the offer was not tracked. Please try again in a few minutes.',
        );
    }
  },
});

export const makeUntrackCommand: MakeCommand = (stories) => ({
  pattern: /^untrack (.+)$/i,
  usage: 'untrack <offer>',
  help: 'stop following an offer; its history stays (admins)',
  run: async ([asked = ''], { person }) => {
    if (!isAdmin(stories.admins, person)) return text(adminsOnly);
    return withOffer(
      stories,
      asked,
      (offerKey) => `untrack ${offerKey}`,
      async ({ offer }) => {
        await stories.untrackOffer(offer.offerKey);
        return text(
          `${offer.name} (${offer.offerKey}) is not tracked any more. Its history stays; track ${offer.offerKey} goes on with it.`,
        );
      },
    );
  },
});
