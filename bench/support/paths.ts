import { join } from 'node:path';

/** The top of the repository, from where this file is compiled to: `bench/dist/bench/support`. */
export const root = join(__dirname, '..', '..', '..', '..');

/** A file of the bot as it is built for use. */
export function built(path: string): string {
  return join(root, 'dist', path);
}
