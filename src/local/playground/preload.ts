import { Server } from 'node:net';
import { onLoopback } from './on-loopback.js';

/*
 * Loaded by `node --require` ahead of the Agents Playground, which by itself neither notices that its parent
 * is gone nor listens on loopback only.
 */

process.on('disconnect', () => process.exit(0));

// Ctrl-C reaches the whole group at once, and the parent decides when this process ends: the handlers that the
// Playground itself registers later are taken off again.
const GROUP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
for (const signal of GROUP_SIGNALS) process.on(signal, () => undefined);
process.on('newListener', (event, listener) => {
  const signal = GROUP_SIGNALS.find((name) => name === event);
  if (signal !== undefined) queueMicrotask(() => process.off(signal, listener));
});

type Listen = (this: Server, ...args: unknown[]) => Server;
// oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
const listen = Server.prototype.listen as Listen;
const listenOnLoopback: Listen = function listenOnLoopback(...args) {
  return listen.apply(this, onLoopback(args));
};
Server.prototype.listen = listenOnLoopback as typeof Server.prototype.listen;
