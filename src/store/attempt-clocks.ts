import type { Attempt, Beat, Credit, Receipt, TimeChoice } from '../core/attempt/attempt.ts';
import type { PartClosing } from '../core/attempt/close-part.ts';
import { HAND_IN_GRACE_MS } from '../core/attempt/time-limits.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { SectionId } from '../core/kernel/ids.ts';
import { filterOf, type AttemptModel } from './attempt-model.ts';
import { pushEvents } from './outbox.ts';

/** What the end of an attempt adds to the closing of its last part. */
export interface Ending {
  readonly state: 'submitted' | 'expired';
  readonly finishedAt: Date;
  readonly receipt: Receipt;
}

/** Nothing of an attempt that is over is due any more. */
const OVER = { dueMs: 1, reminderDueMs: 1 } as const;

/** A sign of life moves the last one on only from the one that was read, so that no gap is given back twice. */
function beatFilter(seen: Attempt, beat: Beat) {
  const last = seen.lastBeat === null ? { lastBeat: null } : { 'lastBeat.atMs': seen.lastBeat.atMs };
  return { ...filterOf(seen), epoch: beat.epoch, [`parts.${beat.sectionId}.state`]: 'running', ...last };
}

export function createAttemptClocks({ change, changeSeen }: AttemptModel) {
  return {
    chooseTime(seen: Attempt, timeChoice: TimeChoice): Promise<Attempt | null> {
      return changeSeen(seen, { timeChoice }, []);
    },

    startPart(
      seen: Attempt,
      sectionId: SectionId,
      clock: { readonly startedAt: Date; readonly deadlineMs: number | null },
      events: readonly DomainEvent[],
    ): Promise<Attempt | null> {
      const { startedAt, deadlineMs } = clock;
      const part = `parts.${sectionId}`;
      const dueMs = (deadlineMs ?? seen.endsBy.getTime()) + HAND_IN_GRACE_MS;
      const started = { [`${part}.state`]: 'running', [`${part}.startedAt`]: startedAt };
      return changeSeen(seen, { ...started, [`${part}.deadlineMs`]: deadlineMs, dueMs }, events);
    },

    /** Closes a part as it was read: a save in between makes this match nothing, so no receipt can miss it. */
    closePart(
      seen: Attempt,
      sectionId: SectionId,
      closing: PartClosing,
      ending: Ending | null,
      events: readonly DomainEvent[],
    ): Promise<Attempt | null> {
      const part = `parts.${sectionId}`;
      const closed = {
        [`${part}.state`]: 'closed',
        [`${part}.closedAt`]: new Date(closing.closedAtMs),
        [`${part}.closedBy`]: closing.closedBy,
      };
      if (ending !== null) return changeSeen(seen, { ...closed, ...ending }, events, OVER);
      return changeSeen(seen, { ...closed, dueMs: seen.endsBy.getTime() + HAND_IN_GRACE_MS }, events);
    },

    /** Ends an attempt that was left between its parts. */
    end(seen: Attempt, ending: Ending, events: readonly DomainEvent[]): Promise<Attempt | null> {
      return changeSeen(seen, ending, events, OVER);
    },

    /** False where somebody else has noted it, or the attempt is over. It changes nothing that a closing insists on. */
    async noteReminded(seen: Attempt, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const filter = { ...filterOf(seen), state: 'open', reminderDueMs: { $type: 'number' } };
      const noted = await change(filter, { $set: { relayAt }, $push, $unset: { reminderDueMs: 1 } });
      return noted !== null;
    },

    /** A sign of life of the current writer, with the time given back for a long gap before it. */
    beat(seen: Attempt, beat: Beat, credit: Credit | null): Promise<Attempt | null> {
      const filter = beatFilter(seen, beat);
      const $set = { lastBeat: beat };
      if (credit === null) return change(filter, { $set });
      const part = `parts.${beat.sectionId}`;
      const { ms } = credit;
      return change(
        {
          ...filter,
          [`${part}.deadlineMs`]: { $type: 'number' },
          [`${part}.credits.id`]: { $ne: credit.id },
        },
        {
          $set,
          $inc: { [`${part}.creditMs`]: ms, [`${part}.deadlineMs`]: ms, endsByMs: ms, dueMs: ms, rev: 1 },
          $push: { [`${part}.credits`]: credit },
        },
      );
    },
  };
}
