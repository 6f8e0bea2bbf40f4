import type { CloudAdapter } from 'botbuilder';
import type { Server } from 'restify';
import type { Stores } from './adapters/cosmos/stores.js';
import { makeServer } from './adapters/http/server.js';
import { makeAct } from './adapters/teams/actions/index.js';
import { Bot } from './adapters/teams/bot.js';
import { makeAnswer, makeCommands } from './adapters/teams/commands/index.js';
import { makeMessagesEndpoint } from './adapters/teams/messages.js';
import { makeNotifier } from './adapters/teams/notifier.js';
import type { Look } from './cards/look.js';
import { parseOfferKey } from './domain/offer.js';
import type { Admins } from './domain/person.js';
import type { Catalog, Clock, Log, Publisher, PublishingSource, Random } from './ports.js';
import { makeAnnounceEvents } from './use-cases/announce-events.js';
import { makeConfirmItems } from './use-cases/confirm-items.js';
import { makeCourier } from './use-cases/courier.js';
import { makeDeliver } from './use-cases/deliver-due.js';
import { makeFindOffer, makeListOffers } from './use-cases/find-offer.js';
import { makeFreshRead } from './use-cases/fresh-read.js';
import { makeCarryOnGoLive } from './use-cases/go-live.js';
import { makeHurry, makePollOffers } from './use-cases/poll-offers.js';
import { makeStatusSource } from './use-cases/read-sources.js';
import { makeRememberConversation } from './use-cases/remember-conversation.js';
import { makeSendDelivery } from './use-cases/send-delivery.js';
import { makeSignOff } from './use-cases/sign-off.js';
import { makeListSubscriptions, makeSubscribe, makeUnsubscribe } from './use-cases/subscriptions.js';
import { makeTrackOffer, makeUntrackOffer } from './use-cases/track-offer.js';
import { makeWorker } from './worker.js';

/** Everything outside, each behind its port (the SDK's adapter excepted: only `adapters/teams` touches it). */
export interface Outside {
  readonly stores: Stores;
  readonly publishing: PublishingSource & Publisher;
  readonly marketplace: Catalog;
  readonly contentHub: Catalog;
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

const mostDeliveriesAtOnce = 64;
const mostPerScan = 100;
const recoverEveryMs = 5_000;
const longestPollScanMs = 10_000;

/** The composition root: wiring, and nothing else. */
export function createApp(outside: Outside, settings: Settings): App {
  const { stores, publishing, clock, log, adapter } = outside;
  const { offers, watches, history, subscriptions, copies, deliveries, conversations } = stores;
  const { admins, simulated } = settings;
  const promote = settings.goLive === 'promote';
  const source = makeStatusSource({ ...outside, publishing });
  const looks = (): Look => ({ ...settings, now: clock.now() });
  const onError = (error: unknown): void => log.error({ error }, 'a worker turn failed');

  const notifier = makeNotifier({ adapter, appId: settings.appId, looks });
  const send = makeSendDelivery({ offers, conversations, copies, notifier });
  const deliver = makeDeliver({ deliveries, clock, send });
  const courier = makeCourier({ deliver, mostAtOnce: mostDeliveriesAtOnce, log });

  const announce = (offerKey: string): void => announcer.wake(offerKey);
  const hurryWatch = makeHurry({ watches, clock });
  const hurry = async (offerKey: string): Promise<void> => {
    await hurryWatch(offerKey);
    poller.wake(offerKey);
  };

  const announceEvents = makeAnnounceEvents({
    offers,
    history,
    subscriptions,
    copies,
    deliveries,
    clock,
    promote,
  });
  const announcer = makeWorker({
    everyMs: recoverEveryMs,
    onError,
    task: async (hints) => {
      const keys = hints.length > 0 ? hints : await offers.withPendingEvents(clock.now(), mostPerScan);
      for (const offerKey of keys) {
        const places = await announceEvents(offerKey);
        for (const conversationId of places) courier.send(conversationId, offerKey);
        goLiver.wake(offerKey);
      }
    },
  });
  const recoverer = makeWorker({
    everyMs: recoverEveryMs,
    onError,
    task: async () => {
      const due = await deliveries.due(clock.now(), mostPerScan);
      for (const { conversationId, offerKey } of due) courier.send(conversationId, offerKey);
    },
  });
  const carryOnGoLive = makeCarryOnGoLive({
    offers,
    source,
    publisher: publishing,
    clock,
    log,
    announce,
    hurry,
  });
  const goLiver = makeWorker({
    everyMs: recoverEveryMs,
    onError,
    task: async (hints) => {
      const keys = hints.length > 0 ? hints : await offers.withGoLiveDue(clock.now(), mostPerScan);
      for (const offerKey of keys) await carryOnGoLive(offerKey);
    },
  });
  const pollOffers = makePollOffers({
    ...outside,
    offers,
    watches,
    source,
    everySeconds: settings.pollSeconds,
    announce,
  });
  const poller = makeWorker({
    everyMs: Math.min((settings.pollSeconds ?? Infinity) * 1_000, longestPollScanMs),
    onError,
    task: pollOffers,
  });

  const trackOffer = makeTrackOffer({ offers, watches, source, clock, simulated });
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
    signOff: makeSignOff({ offers, admins, freshRead: makeFreshRead({ source, clock }), announce }),
  };
  const answer = makeAnswer(makeCommands(stories));
  const bot = new Bot({
    answer,
    act: makeAct(stories, answer),
    rememberConversation: makeRememberConversation({ conversations }),
    rememberCopy: (copy) => copies.add(copy),
    serves: (tenantId) =>
      settings.allowedTenants === null || (tenantId !== null && settings.allowedTenants.includes(tenantId)),
    looks,
    clock,
    log,
  });
  const messages = makeMessagesEndpoint(adapter, bot, settings.appId !== '');
  const server = makeServer({
    messages,
    health: { pingStore: () => stores.ping(), parts: () => ({ goLive: settings.goLive }) },
  });

  const workers = [announcer, recoverer, goLiver, poller];
  return {
    server,
    start: async () => {
      for (const key of settings.trackAtStart.map(parseOfferKey))
        if (key !== null && (await offers.load(key.offerKey)) === null) await trackOffer(key);
      for (const worker of workers) worker.start();
    },
    stop: async () => {
      courier.stop();
      await Promise.all([...workers.map((worker) => worker.stop()), courier.idle()]);
      stores.dispose();
    },
  };
}
