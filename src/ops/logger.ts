import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on standard output. Callers log ids, patterns and counts; never texts, names, addresses or tokens. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeFault },
  });
}

/** What an error is and where it came from. Its message and other fields may repeat what somebody typed. */
function describeFault(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { name: typeof error };
  const { name, code, stack } = error as { name?: unknown; code?: unknown; stack?: unknown };
  const lines = typeof stack === 'string' ? stack.split('\n') : [];
  const at = lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
  return { name, code, at };
}
