import type { Attempt } from '../../core/attempt/attempt.ts';
import { closeOverdue } from '../../core/attempt/close-overdue.ts';
import type { Deps } from '../../deps.ts';
import { tellAttempt } from './attempt-event.ts';
import { endingOf, writeClosing } from './write-closing.ts';

const AT_ONCE = 200;

/**
 * Closes parts and attempts that were left when their time ended. Safe in several processes: each closing is one
 * conditional update, and one that came second finds nothing to do. Returns how many it closed.
 */
export async function closeOverdueAttempts(deps: Deps): Promise<number> {
  const now = deps.clock();
  const overdue = await deps.stores.attempts.listOverdue(now.getTime(), AT_ONCE);
  let closed = 0;
  for (const attempt of overdue) {
    try {
      if (await closeOne(deps, attempt, now)) closed += 1;
    } catch (error) {
      deps.logger.error({ err: error, attemptId: attempt.id }, 'an overdue attempt could not be closed');
    }
  }
  return closed;
}

async function closeOne(deps: Deps, attempt: Attempt, now: Date): Promise<boolean> {
  const form = await deps.stores.formVersions.get(attempt.organisationId, attempt.formVersionId);
  const overdue = closeOverdue(attempt, form, now.getTime());
  switch (overdue.kind) {
    case 'nothing':
      return false;
    case 'close-part':
      return writeClosing(deps, { attempt, form, sectionId: overdue.sectionId, closing: overdue, at: now });
    case 'expire': {
      const ending = endingOf(attempt, form, 'expired', new Date(overdue.finishedAtMs));
      const event = tellAttempt(attempt, 'attempt-finished', now, { by: 'time' });
      const ended = await deps.stores.attempts.end(attempt, ending, [event]);
      if (ended !== null) void deps.relay.soon();
      return ended !== null;
    }
  }
}
