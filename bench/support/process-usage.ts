import { readFileSync } from 'node:fs';

/** Whether the figures of another process can be had: they are read from `/proc`, which is Linux only. */
export const canRead = process.platform === 'linux';

/** Linux counts the time of processes in hundredths of a second for its users, whatever its own clock is. */
const ticksPerSecond = 100;

/** Seconds of CPU that a process has used since it began, its threads with it, its children not. */
export function cpuSeconds(pid: number): number {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold spaces; what counts stands behind it.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Bytes of memory that a process has in RAM. */
export function residentBytes(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1_024;
}
