import type { Reply } from '../reply.js';
import { text } from '../reply.js';
import type { Turn } from '../turn.js';
import { normalise } from '../typed-text.js';
import { makeApproveCommand, makeConfirmCommand, makeSignOffCommand } from './approve.js';
import type { Command, Stories } from './command.js';
import { makeHelpCommand } from './help.js';
import { makeOffersCommand } from './offers.js';
import { makeStatusCommand } from './status.js';
import { makeSubscribeCommand, makeSubscriptionsCommand, makeUnsubscribeCommand } from './subscribe.js';
import { makeTrackCommand, makeUntrackCommand } from './track.js';
import { makeWhoAmICommand } from './whoami.js';

const makers = [
  makeStatusCommand,
  makeOffersCommand,
  makeSubscribeCommand,
  makeUnsubscribeCommand,
  makeSubscriptionsCommand,
  makeApproveCommand,
  makeConfirmCommand,
  makeSignOffCommand,
  makeTrackCommand,
  makeUntrackCommand,
  makeWhoAmICommand,
] as const;

/** Everything people can type: the one registry, in the order of the help. */
export function makeCommands(stories: Stories): readonly Command[] {
  const commands = makers.map((make) => make(stories));
  return [makeHelpCommand(() => commands), ...commands];
}

/** Answers what somebody typed; never with silence. */
export function makeAnswer(commands: readonly Command[]) {
  return async function answer(typed: string, turn: Turn): Promise<Reply> {
    const words = normalise(typed);
    for (const command of commands) {
      const match = command.pattern.exec(words);
      if (match !== null) return command.run(match.slice(1), turn);
    }
    return text(
      'I did not understand that. Type "offers" to see every offer, "status of" and a name for one, or "help" for everything I can do.',
    );
  };
}
