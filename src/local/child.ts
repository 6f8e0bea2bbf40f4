import { fork, type ChildProcess } from 'node:child_process';
import { basename, dirname } from 'node:path';

/** A process of ours that lives as long as its parent: it ends when the IPC channel closes, however that happens. */
export interface Child<Ready> {
  readonly ready: Ready;
  /** Closes the channel and waits for the end; killed after `graceMs` (default 3,000). */
  stop(graceMs?: number): Promise<void>;
  /** Resolves with a sentence when the child ends without having been asked to. */
  readonly died: Promise<string>;
}

type Report<Ready> = { readonly ready: Ready } | { readonly failed: string };

/**
 * Forks a script that calls `runAsChild` and resolves when it reports ready.
 * @throws Error with the child's own sentence when it reports a failure or ends first.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what the script takes
export function startChild<Options, Ready>(script: string, options: Options): Promise<Child<Ready>> {
  const child = fork(script, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`${basename(dirname(script))} ended (${code ?? signal})`));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (message) => {
      const report = message as Report<Ready>;
      if ('failed' in report) reject(new Error(report.failed));
      else resolve(superviseChild(child, report.ready, ended));
    });
    void ended.then((how) => reject(new Error(`${how} before it was ready`)));
  });
}

/**
 * A running child with its way to end. @param ended resolves, with how, when the process is gone.
 */
export function superviseChild<Ready>(
  process: ChildProcess,
  ready: Ready,
  ended: Promise<string>,
): Child<Ready> {
  let asked = false;
  const died = new Promise<string>((resolve) => {
    void ended.then((how) => (asked ? undefined : resolve(how)));
  });
  const stop = async (graceMs = 3_000): Promise<void> => {
    asked = true;
    if (process.connected) process.disconnect();
    const timer = setTimeout(() => process.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  return { ready, stop, died };
}
