import type { CloudAdapter } from 'botbuilder';
import type { Server } from 'restify';
import type { Stores } from './adapters/cosmos/stores.js';
import { makeServer } from './adapters/http/server.js';
import { makeAct } from './adapters/teams/actions/index.js';
import { Bot } from './adapters/teams/bot.js';
import { makeAnswer, makeCommands } from './adapters/teams/commands/index.js';
import { makeMessagesEndpoint } from './adapters/teams/messages.js';
import type { Look } from './cards/look.js';
import { parseOfferKey } from './domain/offer.js';
import { makeBackground } from './background.js';
import type { Admins } from './domain/person.js';
import type { Clock, ContentHub, Log, Marketplace, Publisher, PublishingSource, Random } from './ports.js';
import { makeConfirmItems } from './use-cases/confirm-items.js';
import { makeFindOffer, makeListOffers } from './use-cases/find-offer.js';
import { makeReaders } from './readers.js';
import { makeRememberConversation } from './use-cases/remember-conversation.js';
import { makeSignOff } from './use-cases/sign-off.js';
import { makeListSubscriptions, makeSubscribe, makeUnsubscribe } from './use-cases/subscriptions.js';
import { makeTrackOffer, makeUntrackOffer } from './use-cases/track-offer.js';

/** Everything outside, each behind its port (the SDK's adapter excepted: only `adapters/teams` touches it). */
export interface Outside {
  readonly stores: Stores;
  readonly publishing: PublishingSource & Publisher;
  readonly marketplace: Marketplace;
  /** Null: no workspace is configured. */
  readonly contentHub: ContentHub | null;
  readonly adapter: CloudAdapter;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface Settings {
  /** The bot's application id; empty without a registration: then only loopback is called. */
  readonly appId: string;
  readonly admins: Admins;
  /** Null: any tenant. */
  readonly allowedTenants: readonly string[] | null;
  readonly goLive: 'record' | 'promote';
  /** One cadence for every offer and stage, or null for the stage's own. */
  readonly pollSeconds: number | null;
  readonly timeZone: string;
  readonly hubWatched: boolean;
  readonly simulated: boolean;
  /** False where Partner Center is off: nothing is read, and what is pushed is a fact. */
  readonly reads: boolean;
  /** Secrets of the signed webhook; null: there is none. */
  readonly webhookSecrets: readonly string[] | null;
  /** Offers to track at the first start. */
  readonly trackAtStart: readonly string[];
}

export interface App {
  readonly server: Server;
  /** Begins the work in the background; the caller lets the server listen. */
  start(): Promise<void>;
  /** Ends the work under way; what is not ended by itself is taken up again from what is saved. */
  stop(): Promise<void>;
}

/** The composition root: wiring, and nothing else. */
export function createApp(outside: Outside, settings: Settings): App {
  const { stores, clock, log, adapter } = outside;
  const { offers, subscriptions, copies, conversations } = stores;
  const { admins, simulated, allowedTenants } = settings;
  const { source, firstSight, freshRead } = makeReaders(outside, settings);
  const looks = (): Look => ({ ...settings, now: clock.now() });
  const background = makeBackground(outside, settings, source, looks);

  const trackOffer = makeTrackOffer({
    ...stores,
    source: firstSight,
    clock,
    lateness: settings,
    simulated,
  });
  const stories = {
    admins,
    trackOffer,
    untrackOffer: makeUntrackOffer({ offers }),
    listOffers: makeListOffers({ offers }),
    findOffer: makeFindOffer({ offers }),
    subscribe: makeSubscribe({ subscriptions, clock }),
    unsubscribe: makeUnsubscribe({ subscriptions }),
    listSubscriptions: makeListSubscriptions({ subscriptions }),
    confirmItems: makeConfirmItems({ offers }),
    signOff: makeSignOff({
      offers,
      admins,
      freshRead,
      announce: (offerKey) => background.announce(offerKey),
      lookAgain: (offerKey) => background.lookAgain(offerKey),
    }),
  };
  const answer = makeAnswer(makeCommands(stories));
  const bot = new Bot({
    answer,
    act: makeAct(stories, answer),
    rememberConversation: makeRememberConversation({ conversations }),
    rememberCopy: (copy) => copies.add(copy),
    serves: (tenantId) => allowedTenants?.includes(tenantId?.toLowerCase() ?? '') ?? true,
    looks,
    clock,
    log,
  });
  const server = makeServer({
    messages: makeMessagesEndpoint(adapter, bot, settings.appId !== ''),
    observations: settings.webhookSecrets && {
      secrets: settings.webhookSecrets,
      push: background.pushObservation,
      now: () => clock.now(),
    },
    health: { pingStore: () => stores.ping(), parts: () => ({ goLive: settings.goLive }) },
    onError: (error) => log.error({ error }, 'a request failed'),
  });

  return {
    server,
    start: async () => {
      for (const key of settings.trackAtStart.map(parseOfferKey))
        if (key !== null && (await offers.load(key.offerKey)) === null) await trackOffer(key);
      background.start();
    },
    stop: async () => {
      await background.stop();
      stores.dispose();
    },
  };
}
