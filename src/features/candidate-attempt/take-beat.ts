import type { Attempt } from '../../core/attempt/attempt.ts';
import { creditPart } from '../../core/attempt/credit-part.ts';
import { giveBackAfterEnd, giveBackGap } from '../../core/attempt/give-back-gap.ts';
import type { Form } from '../../core/form/form.ts';
import { partClock } from '../../core/attempt/part-clock.ts';
import type { Deps } from '../../deps.ts';
import { tellAttempt } from './attempt-event.ts';

interface Beat {
  readonly epoch: number;
  readonly recvAt: Date;
}

/** Records that the writer is there and gives back a long gap before; returns the attempt as it is afterwards. */
export async function takeBeat(deps: Deps, attempt: Attempt, form: Form, beat: Beat): Promise<Attempt> {
  if (beat.epoch !== attempt.epoch) return attempt;
  const running = form.sections.find(({ id }) => partClock(attempt, id).state === 'running');
  if (running === undefined) return openAgain(deps, attempt, form, beat);
  const sign = { epoch: beat.epoch, sectionId: running.id, atMs: beat.recvAt.getTime() };
  const credit = giveBackGap(attempt, sign);
  const beaten = await deps.stores.attempts.beat(attempt, sign, credit);
  return beaten ?? deps.stores.attempts.reread(attempt);
}

/** A connection that was lost across the end of a part: it runs again for what the silence took of its time. */
async function openAgain(
  deps: Deps,
  attempt: Attempt,
  form: Form,
  { epoch, recvAt }: Beat,
): Promise<Attempt> {
  const lost = giveBackAfterEnd(attempt, { epoch, atMs: recvAt.getTime() });
  const section = form.sections.find(({ id }) => id === lost?.sectionId);
  if (lost === null || section === undefined) return attempt;
  const { credit } = lost;
  const decision = creditPart({ attempt, section, credit, nowMs: recvAt.getTime() });
  if (decision.kind !== 'reopens') return attempt;
  const event = tellAttempt(attempt, 'part-reopened', recvAt, { partId: section.id });
  const opened = await deps.stores.attempts.reopenPart(attempt, section.id, credit, decision, [event]);
  return opened ?? deps.stores.attempts.reread(attempt);
}
