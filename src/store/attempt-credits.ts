import type { Attempt, Credit } from '../core/attempt/attempt.ts';
import { partClock } from '../core/attempt/part-clock.ts';
import { HAND_IN_GRACE_MS } from '../core/attempt/time-limits.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { SectionId } from '../core/kernel/ids.ts';
import { filterOf, type AttemptModel } from './attempt-model.ts';

/** While a part runs against a limit, the clock looks at its deadline next and not at the end of the attempt. */
const dueByDeadline = (attempt: Attempt): boolean =>
  Object.values(attempt.parts).some(({ state, deadlineMs }) => state === 'running' && deadlineMs !== null);

/** Time added by somebody who handles adjustments. Each credit counts once; null where nothing matched any more. */
export function createAttemptCredits({ change, changeSeen }: AttemptModel) {
  return {
    creditRunning(seen: Attempt, sectionId: SectionId, credit: Credit): Promise<Attempt | null> {
      const part = `parts.${sectionId}`;
      const { id, ms } = credit;
      return change(
        {
          ...filterOf(seen),
          state: 'open',
          [`${part}.state`]: 'running',
          [`${part}.deadlineMs`]: { $type: 'number' },
          [`${part}.credits.id`]: { $ne: id },
        },
        {
          $inc: { [`${part}.creditMs`]: ms, [`${part}.deadlineMs`]: ms, endsByMs: ms, dueMs: ms, rev: 1 },
          $push: { [`${part}.credits`]: credit },
        },
      );
    },

    /** The same for an outage of ours. The silence counts as over then, so that the next sign of life finds no gap. */
    creditOutage(seen: Attempt, sectionId: SectionId, credit: Credit, until: Date): Promise<Attempt | null> {
      const part = `parts.${sectionId}`;
      const { id, ms } = credit;
      return change(
        {
          ...filterOf(seen),
          rev: seen.rev,
          state: 'open',
          [`${part}.state`]: 'running',
          [`${part}.deadlineMs`]: { $type: 'number' },
          [`${part}.credits.id`]: { $ne: id },
        },
        {
          $inc: { [`${part}.creditMs`]: ms, [`${part}.deadlineMs`]: ms, endsByMs: ms, dueMs: ms, rev: 1 },
          $push: { [`${part}.credits`]: credit },
          ...(seen.lastBeat === null ? {} : { $max: { 'lastBeat.atMs': until.getTime() } }),
        },
      );
    },

    creditWaiting(seen: Attempt, sectionId: SectionId, credit: Credit): Promise<Attempt | null> {
      const part = `parts.${sectionId}`;
      const { id, ms } = credit;
      return change(
        {
          ...filterOf(seen),
          rev: seen.rev,
          state: 'open',
          [`${part}.state`]: 'waiting',
          [`${part}.credits.id`]: { $ne: id },
        },
        {
          $inc: {
            [`${part}.creditMs`]: ms,
            endsByMs: ms,
            rev: 1,
            ...(dueByDeadline(seen) ? {} : { dueMs: ms }),
          },
          $push: { [`${part}.credits`]: credit },
        },
      );
    },

    /** Opens again what time had closed. The receipt goes with the end that it was for. */
    reopenPart(
      seen: Attempt,
      sectionId: SectionId,
      credit: Credit,
      until: { readonly deadlineMs: number; readonly endsByMs: number },
      events: readonly DomainEvent[],
    ): Promise<Attempt | null> {
      const part = `parts.${sectionId}`;
      const { creditMs, credits } = partClock(seen, sectionId);
      const runs = {
        [`${part}.state`]: 'running',
        [`${part}.deadlineMs`]: until.deadlineMs,
        [`${part}.closedAt`]: null,
        [`${part}.closedBy`]: null,
        [`${part}.creditMs`]: creditMs + credit.ms,
        [`${part}.credits`]: [...credits, credit],
      };
      const open = { state: 'open', finishedAt: null, receipt: null, endsByMs: until.endsByMs };
      return changeSeen(seen, { ...runs, ...open, dueMs: until.deadlineMs + HAND_IN_GRACE_MS }, events);
    },
  };
}
