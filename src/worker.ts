/** Runs one task again and again: never two at once, wakeable, stoppable. */
export interface Worker {
  start(): void;
  /** Runs the task as soon as it is idle, with this hint among its hints. */
  wake(hint: string): void;
  /** Lets the running turn end; nothing runs afterwards. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** How long after a full turn the next one comes by itself. */
  readonly everyMs: number;
  /** Hints since the last turn, or none for a full turn: look for everything that is due. */
  readonly task: (hints: readonly string[]) => Promise<void>;
  /** A turn that threw; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
}

export function makeWorker({ everyMs, task, onError }: WorkerOptions): Worker {
  const hints = new Set<string>();
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let fullTurnDue = true;
  let stopped = true;

  /** Hints and the full turn fail each by itself: a hint that fails every time must not keep the full turn away. */
  const attempt = async (taken: readonly string[]): Promise<void> => {
    try {
      await task(taken);
    } catch (error) {
      onError(error);
    }
  };

  const isDue = (): boolean => !stopped && (fullTurnDue || hints.size > 0);

  const turns = async (): Promise<void> => {
    while (isDue()) {
      const taken = [...hints];
      hints.clear();
      if (taken.length > 0) await attempt(taken);
      if (!fullTurnDue || stopped) continue;
      fullTurnDue = false;
      await attempt([]);
      rest();
    }
  };

  const run = (): void => {
    if (stopped || running !== null) return;
    running = turns().finally(() => {
      running = null;
      // A hint may have come after the last look at them.
      if (hints.size > 0) run();
    });
  };

  const rest = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      fullTurnDue = true;
      run();
    }, everyMs);
  };

  return {
    start: () => {
      stopped = false;
      run();
    },
    wake: (hint) => {
      hints.add(hint);
      run();
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
