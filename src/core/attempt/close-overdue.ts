import type { Form } from '../form/form.ts';
import type { SectionId } from '../kernel/ids.ts';
import type { Attempt } from './attempt.ts';
import { isLastOpen, type PartClosing } from './close-part.ts';
import { partClock, partEndsMs } from './part-clock.ts';
import { HAND_IN_GRACE_MS } from './time-limits.ts';

export type Overdue =
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'close-part'; readonly sectionId: SectionId } & PartClosing)
  /** Left before the last part was done: over at `endsBy`, with a part that waits or none. */
  | { readonly kind: 'expire'; readonly finishedAtMs: number };

/** What the clock closes now. A part is closed as of its deadline, an abandoned attempt as of its end, never as of now. */
export function closeOverdue(attempt: Attempt, form: Form, nowMs: number): Overdue {
  if (attempt.state !== 'open') return { kind: 'nothing' };
  const running = form.sections.find(({ id }) => partClock(attempt, id).state === 'running');
  if (running === undefined) return expire(attempt, nowMs);
  const endsMs = partEndsMs(attempt, partClock(attempt, running.id));
  if (nowMs <= endsMs + HAND_IN_GRACE_MS) return { kind: 'nothing' };
  return {
    kind: 'close-part',
    sectionId: running.id,
    closedAtMs: endsMs,
    closedBy: 'time',
    finishes: isLastOpen(attempt, form, running),
  };
}

function expire(attempt: Attempt, nowMs: number): Overdue {
  const endsMs = attempt.endsBy.getTime();
  return nowMs > endsMs + HAND_IN_GRACE_MS ? { kind: 'expire', finishedAtMs: endsMs } : { kind: 'nothing' };
}

/** When the clock has to look at an attempt next, in epoch ms; null when it is over. */
export function nextDueMs(attempt: Attempt): number | null {
  if (attempt.state !== 'open') return null;
  const running = Object.values(attempt.parts).find((part) => part.state === 'running');
  const endsMs = running === undefined ? attempt.endsBy.getTime() : partEndsMs(attempt, running);
  return endsMs + HAND_IN_GRACE_MS;
}
