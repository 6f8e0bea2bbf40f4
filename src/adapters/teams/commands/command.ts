import type { Admins } from '../../../domain/person.js';
import type { makeConfirmItems } from '../../../use-cases/confirm-items.js';
import type { makeFindOffer, makeListOffers } from '../../../use-cases/find-offer.js';
import type { makeSignOff } from '../../../use-cases/sign-off.js';
import type {
  makeListSubscriptions,
  makeSubscribe,
  makeUnsubscribe,
} from '../../../use-cases/subscriptions.js';
import type { makeTrackOffer, makeUntrackOffer } from '../../../use-cases/track-offer.js';
import type { Reply } from '../reply.js';
import type { Turn } from '../turn.js';

/** The stories that people can start by typing or pressing. */
export interface Stories {
  readonly listOffers: ReturnType<typeof makeListOffers>;
  readonly findOffer: ReturnType<typeof makeFindOffer>;
  readonly trackOffer: ReturnType<typeof makeTrackOffer>;
  readonly untrackOffer: ReturnType<typeof makeUntrackOffer>;
  readonly subscribe: ReturnType<typeof makeSubscribe>;
  readonly unsubscribe: ReturnType<typeof makeUnsubscribe>;
  readonly listSubscriptions: ReturnType<typeof makeListSubscriptions>;
  readonly confirmItems: ReturnType<typeof makeConfirmItems>;
  readonly signOff: ReturnType<typeof makeSignOff>;
  readonly admins: Admins;
}

/** One thing that people can type. */
export interface Command {
  /** Anchored at both ends; matched without regard to case against the normalised text. */
  readonly pattern: RegExp;
  /** As the help shows it. */
  readonly usage: string;
  readonly help: string;
  run(words: readonly string[], turn: Turn): Promise<Reply>;
}

export type MakeCommand = (stories: Stories) => Command;
