import type { Form, Section } from '../form/form.ts';
import type { Attempt } from './attempt.ts';
import { partClock, partEndsMs } from './part-clock.ts';
import { nextPart } from './start-part.ts';

export type NextStep =
  /** Nothing started yet: choices of time and comfort, practice. */
  | { readonly kind: 'set-up'; readonly section: Section }
  | { readonly kind: 'continue'; readonly section: Section }
  | { readonly kind: 'time-up'; readonly section: Section }
  | { readonly kind: 'between'; readonly section: Section }
  | { readonly kind: 'over' };

/** Where the candidate stands and what comes next. */
export function nextStep(attempt: Attempt, form: Form, nowMs: number): NextStep {
  if (attempt.state !== 'open') return { kind: 'over' };
  const running = form.sections.find(({ id }) => partClock(attempt, id).state === 'running');
  if (running !== undefined) {
    const endsMs = partEndsMs(attempt, partClock(attempt, running.id));
    return { kind: nowMs <= endsMs ? 'continue' : 'time-up', section: running };
  }
  const section = nextPart(attempt, form);
  if (section === null || nowMs >= attempt.endsBy.getTime()) return { kind: 'over' };
  return { kind: section.id === form.sections[0]?.id ? 'set-up' : 'between', section };
}
