import { isAdmin } from '../../../domain/person.js';
import { text } from '../reply.js';
import type { MakeCommand } from './command.js';

export const makeWhoAmICommand: MakeCommand = ({ admins }) => ({
  pattern: /^who ?am ?i$/i,
  usage: 'whoami',
  help: 'your object id, tenant and roles here',
  run: async (_words, { person }) =>
    text(
      person === null
        ? 'This message names no Entra object id or no tenant, so you can read here but not sign or administer.'
        : `Object id ${person.objectId}\nTenant ${person.tenantId}\n${isAdmin(admins, person) ? 'You are an admin.' : 'You are not an admin.'}`,
    ),
});
