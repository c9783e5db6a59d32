import type { Form, Section } from '../form/form.ts';
import type { Attempt, PartClock, TimeChoice } from './attempt.ts';
import { partClock } from './part-clock.ts';

const SHARE_OF_TIME = { usual: 1, 'plus-25': 1.25, 'plus-50': 1.5, 'plus-100': 2, 'no-limit': null } as const;

export type StartPart =
  | { readonly kind: 'started'; readonly deadlineMs: number | null }
  /** Pressed twice: it runs already. */
  | { readonly kind: 'running' }
  | { readonly kind: 'closed' | 'not-next' | 'attempt-over' | 'old-epoch' };

/** Time for a part in ms, without credits; null where nothing limits it. */
export function timeForPart(
  attempt: { readonly timed: boolean; readonly timeChoice: TimeChoice },
  section: Pick<Section, 'minutes'>,
): number | null {
  const share = SHARE_OF_TIME[attempt.timeChoice];
  return attempt.timed && share !== null ? Math.round(section.minutes * share * 60_000) : null;
}

/**
 * Whether a part may start and when it then ends: start + minutes × choice + credits given before, or never.
 * Parts start in the form's order, one at a time, and not after the attempt has ended.
 */
export function startPart(input: {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly section: Section;
  readonly epoch: number;
  readonly nowMs: number;
}): StartPart {
  const { attempt, form, section, epoch, nowMs } = input;
  const part = partClock(attempt, section.id);
  if (part.state !== 'waiting') return { kind: part.state };
  if (attempt.state !== 'open' || nowMs >= attempt.endsBy.getTime()) return { kind: 'attempt-over' };
  if (epoch !== attempt.epoch) return { kind: 'old-epoch' };
  if (nextPart(attempt, form)?.id !== section.id) return { kind: 'not-next' };
  return { kind: 'started', deadlineMs: deadlineOf(attempt, section, part, nowMs) };
}

function deadlineOf(attempt: Attempt, section: Section, part: PartClock, nowMs: number): number | null {
  const time = timeForPart(attempt, section);
  return time === null ? null : nowMs + time + part.creditMs;
}

/** The part to start next: the first that waits, when every part before it is closed. */
export function nextPart(attempt: Attempt, form: Form): Section | null {
  const next = form.sections.find((section) => partClock(attempt, section.id).state !== 'closed');
  return next !== undefined && partClock(attempt, next.id).state === 'waiting' ? next : null;
}
