import { isAdmin } from '../../../domain/person.js';
import { picture, text } from '../reply.js';
import type { MakeCommand } from './command.js';

export const makeWhoAmICommand: MakeCommand = ({ admins }) => ({
  pattern: /^who ?am ?i$/i,
  usage: 'whoami',
  help: 'your object id, tenant and roles here',
  run: async (_words, { person }) =>
    person === null
      ? text(
          'This message names no Entra object id or no tenant, so you can read here but not sign or administer.',
        )
      : picture({
          kind: 'guide',
          title: 'Who you are here',
          intro: isAdmin(admins, person)
            ? 'You are an admin, and an approver of every offer that names no approvers.'
            : 'You are not an admin. Admins can give your object id to an offer as its approver.',
          rows: [
            { term: 'Object id', text: person.objectId },
            { term: 'Tenant', text: person.tenantId },
          ],
          options: [],
        }),
});
