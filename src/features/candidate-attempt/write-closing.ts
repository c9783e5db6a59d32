import type { Attempt } from '../../core/attempt/attempt.ts';
import type { PartClosing } from '../../core/attempt/close-part.ts';
import { writeReceipt } from '../../core/attempt/finish-attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { SectionId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { newLabel, sha256 } from '../../ops/secrets.ts';
import type { Ending } from '../../store/attempt-clocks.ts';
import { tellAttempt } from './attempt-event.ts';

interface Closing {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly sectionId: SectionId;
  readonly closing: PartClosing;
  readonly at: Date;
}

/** Writes the end of a part and, with the last one, of the attempt. False where the attempt has changed meanwhile. */
export async function writeClosing(deps: Deps, input: Closing): Promise<boolean> {
  const { attempt, form, sectionId, closing } = input;
  const ending = closing.finishes ? endingOf(attempt, form, 'submitted', new Date(closing.closedAtMs)) : null;
  const closed = await deps.stores.attempts.closePart(attempt, sectionId, closing, ending, eventsOf(input));
  if (closed === null) return false;
  void deps.relay.soon();
  return true;
}

/** How an attempt ends: its state, the moment, and the receipt of what is stored. */
export function endingOf(attempt: Attempt, form: Form, state: Ending['state'], finishedAt: Date): Ending {
  const code = `${newLabel()}-${newLabel()}`;
  return { state, finishedAt, receipt: writeReceipt({ attempt, form, code, at: finishedAt, sha256 }) };
}

function eventsOf(input: Closing): DomainEvent[] {
  const { attempt, sectionId, closing, at } = input;
  const by = closing.closedBy;
  const type = by === 'time' ? 'part-timed-out' : 'part-handed-in';
  const events = [tellAttempt(attempt, type, at, { partId: sectionId })];
  if (closing.finishes) events.push(tellAttempt(attempt, 'attempt-finished', at, { by }));
  return events;
}
