import type { Attempt } from '../../core/attempt/attempt.ts';
import { startPart, type StartPart } from '../../core/attempt/start-part.ts';
import type { Form, Section } from '../../core/form/form.ts';
import type { Deps } from '../../deps.ts';
import { tellAttempt } from './attempt-event.ts';
import { untilSettled } from './until-settled.ts';

interface StartInput {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly section: Section;
  readonly epoch: number;
  readonly recvAt: Date;
}

/** Starts the clock of a part, once. */
export async function startPartOnce(deps: Deps, input: StartInput): Promise<StartPart['kind']> {
  const { form, section, epoch, recvAt } = input;
  return untilSettled(deps, input.attempt, async (attempt) => {
    const decision = startPart({ attempt, form, section, epoch, nowMs: recvAt.getTime() });
    if (decision.kind !== 'started') return decision.kind;
    const event = tellAttempt(attempt, 'part-started', recvAt, { partId: section.id });
    const clock = { startedAt: recvAt, deadlineMs: decision.deadlineMs };
    const started = await deps.stores.attempts.startPart(attempt, section.id, clock, [event]);
    if (started === null) return null;
    void deps.relay.soon();
    return decision.kind;
  });
}
