/** What a child hands back once it serves. */
export interface Running<Ready> {
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** Nobody is left to end a child whose parent was killed and whose own end does not come. */
const longestStopMs = 3_000;

/**
 * The body of a child process: reports ready (or why not) to its parent and ends when the parent is gone.
 * Signals sent to the whole group are ignored, so that it outlives the parent's last write.
 */
export function runAsChild(start: (options: never) => Promise<Running<unknown>>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  let running: Running<unknown> | undefined;
  process.on('disconnect', () => {
    setTimeout(() => process.exit(0), longestStopMs);
    void (running?.stop() ?? Promise.resolve()).finally(() => process.exit(0));
  });
  // What `startChild` was given for this script.
  const options = JSON.parse(process.argv[2] ?? '{}') as never;
  start(options).then(
    (started) => {
      running = started;
      process.send?.({ ready: started.ready });
    },
    (error: unknown) => {
      process.send?.({ failed: error instanceof Error ? error.message : String(error) }, () =>
        process.exit(1),
      );
    },
  );
}
