import type { Stories } from '../commands/command.js';
import type { makeAnswer } from '../commands/index.js';
import { text, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { ActionData } from './action-data.js';
import { makeGoLive, makeSaveTicks } from './approval.js';

/** Answers a pressed button; malformed data too. */
export function makeAct(stories: Stories, answer: ReturnType<typeof makeAnswer>) {
  const saveTicks = makeSaveTicks(stories);
  const goLive = makeGoLive(stories);
  return async function act(data: ActionData | null, turn: Turn): Promise<Reply> {
    switch (data?.verb) {
      case 'saveTicks':
        return saveTicks(data, turn);
      case 'goLive':
        return goLive(data, turn);
      case 'run':
        return answer(data.command, turn);
      case undefined:
        return text(
          'I could not read that button, so nothing was changed. Type "help" to see what I can do.',
        );
    }
  };
}
