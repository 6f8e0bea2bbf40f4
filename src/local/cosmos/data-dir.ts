import { accessSync, constants } from 'node:fs';
import { makeFolder } from '../make-folder.js';

/**
 * Makes the data folder when it is missing.
 * @throws Error with one sentence for people when it cannot be made or written.
 */
export function prepareDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir, 0o700);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(
      `DATA_DIR ${dataDir} cannot be written (${reason}). Make it a folder you may write to, or set DATA_DIR to another one.`,
      { cause: error },
    );
  }
}
