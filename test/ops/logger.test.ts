import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../src/ops/logger.ts';

/** What a logger writes for one error, read back from standard output. */
function logged(error: unknown): string {
  const lines: string[] = [];
  const logger = createLogger('error');
  const stream = Object.getOwnPropertySymbols(logger)
    .map((symbol) => (logger as unknown as Record<symbol, unknown>)[symbol])
    .find((value): value is { write: (line: string) => void } => {
      return typeof value === 'object' && value !== null && 'write' in value;
    });
  if (stream === undefined) throw new Error('the logger writes nowhere');
  stream.write = (line) => lines.push(line);
  logger.error({ err: error }, 'a fault');
  return lines.join('');
}

describe('logger', () => {
  it('tells what an error is and where it came from, never what somebody typed', () => {
    const error = Object.assign(new Error('dup key: { emailKey: "ada@example.org" }'), {
      code: 11_000,
      keyValue: { emailKey: 'ada@example.org' },
    });
    const line = logged(error);
    expect(line).toContain('11000');
    expect(line).toContain('logger.test');
    expect(line).not.toContain('ada@example.org');
  });
});
