import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The account key kept in the file, in base64. It is made at the first call and readable by its owner only. */
export function readOrMakeAccountKey(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = randomBytes(64).toString('base64');
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${key}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
  return key;
}
