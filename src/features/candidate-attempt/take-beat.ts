import type { Attempt } from '../../core/attempt/attempt.ts';
import { giveBackGap } from '../../core/attempt/give-back-gap.ts';
import type { Form } from '../../core/form/form.ts';
import { partClock } from '../../core/attempt/part-clock.ts';
import type { Deps } from '../../deps.ts';

/** Records that the writer is there and gives back a long gap before; returns the attempt as it is afterwards. */
export async function takeBeat(
  deps: Deps,
  attempt: Attempt,
  form: Form,
  beat: { readonly epoch: number; readonly recvAt: Date },
): Promise<Attempt> {
  const running = form.sections.find(({ id }) => partClock(attempt, id).state === 'running');
  if (running === undefined || beat.epoch !== attempt.epoch) return attempt;
  const sign = { epoch: beat.epoch, sectionId: running.id, atMs: beat.recvAt.getTime() };
  const credit = giveBackGap(attempt, sign);
  const beaten = await deps.stores.attempts.beat(attempt, sign, credit);
  return beaten ?? deps.stores.attempts.reread(attempt);
}
