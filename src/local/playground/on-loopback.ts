const LOOPBACK = '127.0.0.1';

/**
 * The arguments of `net.Server.listen`, in any of its forms, with the host replaced by loopback. Pipes and
 * handles, which nobody outside can reach, stay as they are.
 */
export function onLoopback(args: readonly unknown[]): unknown[] {
  const [first] = args;
  const done = args.findLast((arg) => typeof arg === 'function');
  const callback = done === undefined ? [] : [done];
  if (typeof first === 'object' && first !== null) {
    const tcp =
      'port' in first || !('path' in first || 'fd' in first || '_handle' in first || 'handle' in first);
    return tcp ? [{ ...first, host: LOOPBACK }, ...callback] : [...args];
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return [...args];
  const port = typeof first === 'function' || first === undefined || first === null ? 0 : Number(first);
  return [{ port, host: LOOPBACK, ...backlogOf(args) }, ...callback];
}

/** `listen(port, host, backlog)` and `listen(port, backlog)` are both allowed. */
function backlogOf(args: readonly unknown[]): { backlog?: number } {
  const backlog = args.slice(1).find((arg) => typeof arg === 'number');
  return backlog === undefined ? {} : { backlog };
}
