import { pino, type Logger } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** JSON lines on standard output. Errors are reduced to what holds no secret: SDK errors carry whole requests. */
export function makeLogger(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: safeError },
  });
}

function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  // The first line repeats the message, which may quote what came from outside.
  const frames = stack?.split('\n').filter((line) => line.trim().startsWith('at '));
  return { name, code, statusCode, frames };
}
