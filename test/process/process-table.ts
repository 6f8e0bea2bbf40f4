import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Linux's own tables; elsewhere there are none, and the tests that need them are passed over. */
export const onLinux = process.platform === 'linux';

/** A process, not to be taken for a later one of the same number. */
export interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly startedAt: string;
}

/** The process and all that it started, and they in turn, as they are now. */
export function treeOf(root: number): readonly Seen[] {
  const all = processes();
  const tree = all.filter(({ pid }) => pid === root);
  for (const seen of tree) tree.push(...all.filter(({ parent }) => parent === seen.pid));
  return tree;
}

/** Ended means ended: whether somebody has asked for its exit status yet is no concern of ours. */
export function isAlive({ pid, startedAt }: Seen): boolean {
  const now = look(pid);
  return now !== null && now.startedAt === startedAt && !'ZX'.includes(now.state);
}

/** Where these processes listen, as `address:port` with the address in the kernel's hexadecimal. */
export function listeningSockets(tree: readonly Seen[]): readonly { address: string; port: number }[] {
  const inodes = new Set(tree.flatMap(({ pid }) => socketInodes(pid)));
  return ['tcp', 'tcp6'].flatMap((table) =>
    textOf(`/proc/net/${table}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? ''))
      .map((fields) => {
        const [address = '', port = ''] = (fields[1] ?? '').split(':');
        return { address, port: Number.parseInt(port, 16) };
      }),
  );
}

/** 127.0.0.1, ::1, and 127.0.0.1 as an IPv6 address, in the kernel's byte order. */
export const loopbackAddresses = [
  '0100007F',
  '00000000000000000000000001000000',
  '0000000000000000FFFF00000100007F',
];

function processes(): readonly Seen[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => look(Number(name)) ?? []);
}

function look(pid: number): (Seen & { readonly state: string }) | null {
  const stat = textOf(`/proc/${pid}/stat`);
  // The name, in parentheses, may hold spaces; what is wanted stands behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, parent] = fields;
  const startedAt = fields[19];
  if (state === undefined || parent === undefined || startedAt === undefined) return null;
  return { pid, parent: Number(parent), startedAt, state };
}

function socketInodes(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

/** Empty for what has gone in the meantime. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
