import type { Attempt } from '../../core/attempt/attempt.ts';
import { timeLeftWords } from '../../core/attempt/time-left.ts';
import { REOPEN_MS } from '../../core/attempt/time-limits.ts';
import type { Form } from '../../core/form/form.ts';
import { partWords } from './words.ts';

interface Where {
  readonly attempt: Attempt | null;
  readonly form: Form;
  readonly withdrawn: boolean;
}

/** Where the applicant is, in one line. */
export function describeAttempt({ attempt, form, withdrawn }: Where, nowMs: number): string {
  if (withdrawn) return 'Withdrawn';
  if (attempt === null) return 'Not begun';
  const running = form.sections.find(({ id }) => attempt.parts[id]?.state === 'running');
  if (running !== undefined && attempt.state === 'open') {
    const deadlineMs = attempt.parts[running.id]?.deadlineMs ?? null;
    const left = deadlineMs === null ? 'no time limit' : timeLeftWords(deadlineMs - nowMs).toLowerCase();
    return `In ${partWords(form, running.id)}: ${left}`;
  }
  const closedMs = Object.values(attempt.parts)
    .filter(({ closedBy }) => closedBy === 'time')
    .map(({ closedAt }) => closedAt?.getTime() ?? 0);
  const lately = closedMs.some((ms) => nowMs < ms + REOPEN_MS);
  if (attempt.state === 'open')
    return lately ? 'A part ran out of time, less than 24 hours ago' : 'Between parts';
  return lately ? 'Ended by the clock, less than 24 hours ago' : 'Ended';
}
