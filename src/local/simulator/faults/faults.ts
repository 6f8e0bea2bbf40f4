import type { Answer, Call } from '../call.js';
import type { Route } from '../route.js';
import type { AskedFault } from './asked-fault.js';

/** What becomes of a request: an answer, or a broken connection, after a while. */
export interface Reaction {
  readonly answer: Answer | 'cut';
  readonly delayMs: number;
}

interface Waiting {
  readonly fault: AskedFault;
  /** Null: until it is removed. */
  left: number | null;
}

/** Faults still to come, used up in the order in which they were asked for. */
export interface Faults {
  add(fault: AskedFault): void;
  clear(): void;
  /** Removes those with this name. */
  remove(name: string): void;
  waiting(): readonly Readonly<Waiting>[];
  /** What a call gets, `work` being the truth; it is not done when a fault takes its place. */
  react(route: Route, call: Call, work: () => Answer): Reaction;
}

export function createFaults(): Faults {
  let waiting: Waiting[] = [];
  const use = (used: Waiting): void => {
    if (used.left !== null) used.left -= 1;
    if (used.left === 0) waiting = waiting.filter((each) => each !== used);
  };
  const alter = (fitting: readonly Waiting[], truth: Answer, call: Call): Answer => {
    let answer = truth;
    for (const each of fitting) {
      const { effect } = each.fault;
      // What is refused is not told in another way.
      if (effect.kind !== 'alteration' || effect.change === undefined || answer.status >= 300) continue;
      const changed = effect.change(answer, call);
      if (changed === undefined) continue;
      answer = changed;
      use(each);
    }
    return answer;
  };
  const late = (fitting: readonly Waiting[]): number => {
    let delayMs = 0;
    for (const each of fitting) {
      const { effect } = each.fault;
      if (effect.kind !== 'alteration' || effect.delayMs === undefined) continue;
      delayMs += effect.delayMs;
      use(each);
    }
    return delayMs;
  };
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times }),
    clear: () => void (waiting = []),
    remove: (name) => void (waiting = waiting.filter((each) => each.fault.name !== name)),
    waiting: () => waiting,
    react: (route, call, work) => {
      if (waiting.length === 0) return { answer: work(), delayMs: 0 };
      const fitting = waiting.filter((each) => strikes(each.fault.route, route));
      const first = fitting.find((each) => each.fault.effect.kind === 'decision');
      if (first !== undefined) use(first);
      const decision = first?.fault.effect.kind === 'decision' ? first.fault.effect : undefined;
      const delayMs = late(fitting) + (decision?.delayMs ?? 0);
      if (decision?.cut === 'after') work();
      if (decision?.cut !== undefined) return { answer: 'cut', delayMs };
      return { answer: decision?.answer?.(route.access) ?? alter(fitting, work(), call), delayMs };
    },
  };
}

function strikes(where: string, route: Route): boolean {
  return where === '*' || where === route.name || (where === 'partnerCenter' && route.access === where);
}
