import type { Deps } from '../../deps.ts';
import { tellAttempt } from './attempt-event.ts';

const AT_ONCE = 200;

/**
 * Tells, once, of every attempt that was begun and ends soon unfinished; invitations turns that into mail. Without a
 * mail server nothing is told, so that whoever sets one up in time still reaches people. Returns how many it told of.
 */
export async function remindUnfinished(deps: Deps): Promise<number> {
  if (deps.mailer === null) return 0;
  const now = deps.clock();
  const due = await deps.stores.attempts.listReminderDue(now.getTime(), AT_ONCE);
  let told = 0;
  for (const attempt of due) {
    const event = tellAttempt(attempt, 'attempt-ends-soon', now, { by: 'time' });
    if (await deps.stores.attempts.noteReminded(attempt, [event])) told += 1;
  }
  if (told > 0) void deps.relay.soon();
  return told;
}
