import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, residentBytes } from '../support/process-usage.js';
import { callsBetween, callsOf, sumOf, type Calls } from '../support/simulator.js';
import { spreadOf } from '../support/spread.js';
import type { Subject } from './subject.js';

/** What happened from the end of one round to the end of the next one. */
export interface Round {
  readonly seconds: number;
  readonly calls: Calls;
  readonly cpuSeconds: number;
  /** The median over the round. */
  readonly residentBytes: number;
}

interface Moment {
  readonly at: number;
  readonly calls: Calls;
  readonly cpu: number;
}

const lookEveryMs = 250;
/** Shorter than the rest between two rounds, longer than any pause within one. */
const quietMs = 3_000;
const longestRoundMs = 60_000;

/** Measures so many rounds, after one that is not measured. */
export async function measureRounds(subject: Subject, count: number): Promise<readonly Round[]> {
  let { end } = await endOfRound(subject);
  const rounds: Round[] = [];
  while (rounds.length < count) {
    const next = await endOfRound(subject);
    rounds.push({ ...between(end, next.end), residentBytes: spreadOf(next.resident).median });
    end = next.end;
  }
  return rounds;
}

/** The same of a bot that has nothing to look at, in windows of a given length. */
export async function measureRest({ bot }: Subject, count: number, milliseconds: number) {
  const rounds: Omit<Round, 'calls'>[] = [];
  while (rounds.length < count) {
    const [at, cpu] = [Date.now(), cpuSeconds(bot.pid)];
    await sleep(milliseconds);
    rounds.push({
      seconds: (Date.now() - at) / 1_000,
      cpuSeconds: cpuSeconds(bot.pid) - cpu,
      residentBytes: residentBytes(bot.pid),
    });
  }
  return rounds;
}

/** Waits until calls have come and then ceased. @throws Error when that takes too long. */
async function endOfRound({ bot, simulatorUrl }: Subject) {
  const begun = Date.now();
  const resident: number[] = [];
  let calls = await callsOf(simulatorUrl);
  let lastCallAt: number | null = null;
  while (lastCallAt === null || Date.now() - lastCallAt < quietMs) {
    if (Date.now() - begun > longestRoundMs) throw new Error('a round of polling did not end');
    await sleep(lookEveryMs);
    const now = await callsOf(simulatorUrl);
    if (sumOf(now) > sumOf(calls)) lastCallAt = Date.now();
    calls = now;
    resident.push(residentBytes(bot.pid));
  }
  return { resident, end: { at: Date.now(), calls, cpu: cpuSeconds(bot.pid) } };
}

function between(from: Moment, to: Moment): Omit<Round, 'residentBytes'> {
  return {
    seconds: (to.at - from.at) / 1_000,
    calls: callsBetween(from.calls, to.calls),
    cpuSeconds: to.cpu - from.cpu,
  };
}
