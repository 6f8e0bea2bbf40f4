import { pino, type DestinationStream, type Logger } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * JSON lines. Errors are given as `error` and reduced to what holds no secret: SDK errors carry whole requests.
 * @param destination standard output by default.
 */
export function makeLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: safeError, err: safeError },
    },
    destination,
  );
}

/** What of an error may be shown: its kind and the places in the code, never its words or what it carries. */
export function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack = '' } = error;
  const code = 'code' in error ? error.code : undefined;
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  return { name: plain(name), code: plain(code), statusCode: plain(statusCode), frames: framesOf(stack) };
}

const frame = /^\s+at .*(?::\d+:\d+|<anonymous>|native|index \d+)\)?$/;

/** The message, which may quote what came from outside, stands above the frames and may have several lines. */
function framesOf(stack: string): readonly string[] {
  const lines = stack.split('\n');
  const last = lines.findLastIndex((line) => !frame.test(line));
  return lines.slice(last + 1).map((line) => line.trim());
}

/** Names and codes are words and numbers; anything else that an SDK puts there is left out. */
function plain(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\w{1,64}$/.test(value) ? value : undefined;
}
