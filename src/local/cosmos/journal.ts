import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;

export interface JournalContent {
  /** Called for each line of the file, in order. */
  readonly replay: (line: string) => void;
  /** Called after the replay: the fewest lines that say the same. */
  readonly compacted: () => Iterable<string>;
}

/** A file of lines. A line that was appended outlives the process, however it ends. */
export class Journal {
  readonly #fd: number;
  #size = 0;

  private constructor(fd: number) {
    this.#fd = fd;
  }

  /**
   * Replays the file, then puts a compacted one in its place. What follows the last newline was never
   * acknowledged and is dropped.
   * @throws Error with one sentence for people when a line cannot be replayed.
   */
  static open(file: string, { replay, compacted }: JournalContent): Journal {
    let number = 0;
    for (const line of linesIn(file)) {
      number += 1;
      try {
        replay(line);
      } catch (error) {
        throw new Error(
          `Line ${number} of ${file} in DATA_DIR is damaged. Restore the file, or set DATA_DIR to another folder.`,
          { cause: error },
        );
      }
    }
    const unfinished = `${file}.new`;
    const journal = new Journal(openSync(unfinished, 'w', 0o600));
    for (const line of compacted()) journal.append(line);
    fsyncSync(journal.#fd);
    renameSync(unfinished, file);
    return journal;
  }

  /** Throws when the line could not be written; nothing of it is left then. */
  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    let written = 0;
    try {
      while (written < bytes.length) {
        written += writeSync(this.#fd, bytes, written, bytes.length - written, this.#size + written);
      }
    } catch (error) {
      ftruncateSync(this.#fd, this.#size);
      throw error;
    }
    this.#size += bytes.length;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

function* linesIn(file: string): Generator<string> {
  if (!existsSync(file)) return;
  const fd = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    for (let read = readSync(fd, chunk); read > 0; read = readSync(fd, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        yield bytes.toString('utf8', from, end);
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    closeSync(fd);
  }
}
