import type { Form } from '../form/form.ts';
import type { Attempt } from './attempt.ts';
import { creditPart } from './credit-part.ts';

/** Whether more time would still open a part again that the clock has closed. */
export function mayReopen(attempt: Attempt, form: Form, nowMs: number): boolean {
  // No credit has an empty id.
  const credit = { id: '', ms: 60_000 };
  return form.sections.some((section) => creditPart({ attempt, section, credit, nowMs }).kind === 'reopens');
}
