import type { Log } from '../ports.js';

/** Carries what conversations are owed, several at once, never two at once for one conversation and offer. */
export interface Courier {
  send(conversationId: string, offerKey: string): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing on any more. */
  stop(): void;
}

interface Errand {
  readonly conversationId: string;
  readonly offerKey: string;
}

interface Ports {
  readonly deliver: (conversationId: string, offerKey: string) => Promise<void>;
  readonly mostAtOnce: number;
  readonly log: Log;
}

export function makeCourier({ deliver, mostAtOnce, log }: Ports): Courier {
  const waiting = new Map<string, Errand>();
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;

  const carry = async ({ conversationId, offerKey }: Errand): Promise<void> => {
    try {
      await deliver(conversationId, offerKey);
    } catch (error) {
      // Nothing is lost: the delivery stays due, and the recovery scan finds it.
      log.error({ offerKey, error }, 'a delivery could not be carried on');
    }
  };

  const next = (): void => {
    for (const [id, errand] of waiting) {
      if (stopped || underWay.size >= mostAtOnce) return;
      if (underWay.has(id)) continue;
      waiting.delete(id);
      const carried = carry(errand).finally(() => {
        underWay.delete(id);
        next();
      });
      underWay.set(id, carried);
    }
  };

  return {
    send: (conversationId, offerKey) => {
      waiting.set(`${conversationId}\n${offerKey}`, { conversationId, offerKey });
      next();
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    stop: () => {
      stopped = true;
    },
  };
}
