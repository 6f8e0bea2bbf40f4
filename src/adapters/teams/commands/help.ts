import { picture } from '../reply.js';
import type { Command } from './command.js';

/** @param others every command, the help itself not among them. */
export function makeHelpCommand(others: () => readonly Command[]): Command {
  return {
    pattern: /^(?:hi|hello|hey|help|)$/i,
    usage: 'help',
    help: 'this list',
    run: async (_words, { conversation }) =>
      picture({
        kind: 'guide',
        title: 'What I can do',
        intro:
          conversation.kind === 'personal'
            ? 'I follow your Microsoft Sentinel offers from Partner Center to the content hub, tell every step, and keep the sign-off for Go live. Just type:'
            : 'I follow your Microsoft Sentinel offers from Partner Center to the content hub, tell every step, and keep the sign-off for Go live. Mention me and type:',
        rows: others().map(({ usage, help }) => ({ term: usage, text: help })),
        options: [
          { title: 'All offers', command: 'offers' },
          { title: 'What is told here', command: 'subscriptions' },
        ],
      }),
  };
}
