import type { OfferStore } from '../../src/store-ports.js';

type Call = (...args: unknown[]) => Promise<unknown>;

/** The port, with something else happening before the first call of one of its methods: how a race is lost on purpose. */
export function beforeFirst<Port extends object>(
  port: Port,
  method: keyof Port,
  meanwhile: () => Promise<unknown>,
): Port {
  return beforeCall(1, port, method, meanwhile);
}

/** The same before a later call; where `meanwhile` rejects, the call is never made. */
export function beforeCall<Port extends object>(
  number: number,
  port: Port,
  method: keyof Port,
  meanwhile: () => Promise<unknown>,
): Port {
  const call = port[method] as Call;
  let calls = 0;
  const disturbed: Call = async (...args) => {
    calls += 1;
    if (calls === number) await meanwhile();
    return call.apply(port, args);
  };
  return { ...port, [method]: disturbed };
}

/** The store, in which no offer is found any more after so many loads. */
export function emptyAfter(loads: number, offers: OfferStore): OfferStore {
  let left = loads;
  return {
    ...offers,
    load: async (...args) => {
      left -= 1;
      return left < 0 ? null : offers.load(...args);
    },
  };
}

/** The process ended here. */
export class Died extends Error {}

/** A call that is never made: the process died before it. */
export function diesBefore(): Promise<never> {
  return Promise.reject(new Died('the process died'));
}
