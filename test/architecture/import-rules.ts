import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { roomOf, rooms, type Room } from './rooms.js';
import { importsOf, type Import, type Use } from './syntax.js';

/** What a file of `src` imports and may not, one sentence each. @param path its path under `src`. */
export function forbiddenImports(path: string, source: string): readonly string[] {
  const name = roomOf(path);
  const room = name === undefined ? undefined : rooms[name];
  if (name === undefined || room === undefined) return [`${path} stands in no room`];
  return importsOf(source)
    .filter((each) => !isAllowed(path, name, room, each))
    .map(({ from, use }) =>
      `${path} may not use the ${use} of ${from}`.replace('the on demand of', 'on demand'),
    );
}

function isAllowed(path: string, name: string, room: Room, { from, use }: Import): boolean {
  if (from.startsWith('.')) return isAllowedRoom(name, room, targetOf(path, from), use);
  if (isBuiltin(from)) return room.node === 'any' || (room.node ?? []).includes(from);
  const belongs = (allowed: string): boolean => from === allowed || from.startsWith(`${allowed}/`);
  if ((room.packages ?? []).some(belongs)) return true;
  return use === 'types' && (room.packageTypes ?? []).some(belongs);
}

function isAllowedRoom(own: string, room: Room, target: string | undefined, use: Use): boolean {
  if (target === undefined) return false;
  if (target === own || room.rooms.includes(target)) return true;
  if (use === 'types') return (room.types ?? []).includes(target);
  return use === 'on demand' && (room.onDemand ?? []).includes(target);
}

/** The room a relative import leads to; undefined: out of `src`, or to no room. */
function targetOf(path: string, from: string): string | undefined {
  const target = posix.join(posix.dirname(path), from).replace(/\.js$/, '.ts');
  return target.startsWith('..') ? undefined : roomOf(target);
}
