import { setTimeout as pause } from 'node:timers/promises';

const betweenLooksMs = 25;
const failsafeMs = 20_000;

/**
 * Looks again and again until the condition holds, and hands out what it gave.
 * @throws Error naming what was waited for when it never does; the bound is a failsafe, no measure of anything.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  withinMs = failsafeMs,
): Promise<NonNullable<Exclude<T, false>>> {
  for (let waited = 0; waited < withinMs; waited += betweenLooksMs) {
    const seen = await condition();
    if (seen !== false && seen !== null && seen !== undefined) return seen as NonNullable<Exclude<T, false>>;
    await pause(betweenLooksMs);
  }
  throw new Error(`waited in vain until ${what}`);
}
