import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Deps } from '../../deps.ts';

const TRIES = 20;

/**
 * Decides and writes; where the write matched nothing (`null`), reads the attempt again and decides anew, because what
 * was decided on has changed. Throws when that does not end: then filter and rule disagree.
 */
export async function untilSettled<Outcome>(
  deps: Pick<Deps, 'stores'>,
  first: Attempt,
  decideAndWrite: (attempt: Attempt) => Promise<Outcome | null>,
): Promise<Outcome> {
  let attempt = first;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await decideAndWrite(attempt);
    if (outcome !== null) return outcome;
    attempt = await deps.stores.attempts.reread(attempt);
  }
  throw new Error(`attempt ${first.id} changed ${TRIES} times while one change was tried`);
}
