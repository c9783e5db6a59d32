const LONG_MS = 5000;

/** Silence at a start reads as a hang: says a line where the work takes long, and once only. */
export async function sayWhenLong<Result>(
  work: Promise<Result>,
  line: string,
  say: (line: string) => void,
  afterMs = LONG_MS,
): Promise<Result> {
  const timer = setTimeout(say, afterMs, line);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
