import type { Logger } from './logger.ts';

/** Repeats a piece of work, never twice at once; a failure is logged and the next turn tries again. Returns its end. */
export function every(
  ms: number,
  name: string,
  work: () => Promise<unknown>,
  logger: Logger,
): () => Promise<void> {
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, ms);

  function next(): void {
    turn = work()
      .then(() => undefined)
      .catch((error: unknown) => {
        logger.error({ err: error, work: name }, 'work on a timer failed and will be tried again');
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(next, ms);
      });
  }

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  };
}
