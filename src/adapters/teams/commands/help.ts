import { text } from '../reply.js';
import type { Command } from './command.js';

/** @param others every command, the help itself not among them. */
export function makeHelpCommand(others: () => readonly Command[]): Command {
  return {
    pattern: /^(?:hi|hello|hey|help|)$/i,
    usage: 'help',
    help: 'this list',
    run: async (_words, { conversation }) => {
      const lines = others().map(({ usage, help }) => `${usage} – ${help}`);
      const where =
        conversation.kind === 'personal'
          ? 'Just type:'
          : 'Mention me and type, for example "@Offerwatch offers":';
      return text(
        [
          'I follow your Microsoft Sentinel offers from Partner Center to the content hub, tell every step, and keep the sign-off for Go live.',
          '',
          where,
          ...lines,
        ].join('\n'),
      );
    },
  };
}
