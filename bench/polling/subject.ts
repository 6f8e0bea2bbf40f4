import type { Bot } from '../support/bot.js';
import { startBot } from '../support/bot.js';
import type { Cleanup } from '../support/cleanup.js';
import { startManyOffers } from '../support/simulator.js';
import { startConnector, trackAll } from '../support/track.js';

/** A bot that follows so many offers, and the simulator that tells of them. */
export interface Subject {
  readonly offers: number;
  readonly bot: Bot;
  readonly simulatorUrl: string;
}

/** Short enough that each offer is looked at in each round; a round begins so long after the last one has ended. */
export const pollSeconds = 10;

/** @param offers how many are tracked; with 0 there is a simulator all the same, that nobody asks. */
export async function startSubject(offers: number, cleanup: Cleanup): Promise<Subject> {
  const simulator = await startManyOffers(Math.max(offers, 1), cleanup);
  const bot = await startBot(simulator, pollSeconds, cleanup);
  const serviceUrl = await startConnector(cleanup);
  await trackAll(bot.url, serviceUrl, simulator.offers.slice(0, offers));
  return { offers, bot, simulatorUrl: simulator.url };
}
