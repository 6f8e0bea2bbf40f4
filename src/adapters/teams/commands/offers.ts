import { picture, text } from '../reply.js';
import type { MakeCommand } from './command.js';

export const makeOffersCommand: MakeCommand = ({ listOffers }) => ({
  pattern: /^(?:list )?offers$/i,
  usage: 'offers',
  help: 'every tracked offer, what waits for you first',
  run: async () => {
    const sightings = await listOffers();
    return sightings.length === 0
      ? text('No offer is tracked yet. An admin can start with: track publisher.offer')
      : picture({ kind: 'offers', sightings });
  },
});
