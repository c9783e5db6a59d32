import type { UpdateQuery } from 'mongoose';
import type { Attempt, Beat, Credit, Receipt, StoredResponse, TimeChoice } from '../core/attempt/attempt.ts';
import type { PartClosing } from '../core/attempt/close-part.ts';
import { HAND_IN_GRACE_MS, SAVE_GRACE_MS } from '../core/attempt/time-limits.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type {
  ApplicantId,
  AttemptId,
  ItemId,
  OrganisationId,
  RequisitionId,
  SectionId,
} from '../core/kernel/ids.ts';
import { attemptSchema, toAttempt, toDocument, type AttemptRow } from './attempt-schema.ts';
import { isDuplicateKey, type Connection } from './connection.ts';
import { pushEvents, relaySource, withEvents } from './outbox.ts';

/** A save that the rules have accepted, with what the store needs to check them once more in the same write. */
export interface AcceptedSave {
  readonly itemId: ItemId;
  readonly sectionId: SectionId;
  readonly response: StoredResponse;
  readonly remind: boolean;
}

/** What the end of an attempt adds to the closing of its last part. */
export interface Ending {
  readonly state: 'submitted' | 'expired';
  readonly finishedAt: Date;
  readonly receipt: Receipt;
}

type Key = Pick<Attempt, 'id' | 'organisationId' | 'requisitionId'>;
const keyOf = ({ id, organisationId, requisitionId }: Key) => ({ organisationId, requisitionId, _id: id });

/**
 * The conditions of `acceptResponse` as a filter: a save that lost a race matches nothing and is decided again. The
 * value `null` of a deadline means no limit; then the end of the attempt counts.
 */
function saveFilter(attempt: Attempt, save: AcceptedSave) {
  const { epoch, seq, savedAt } = save.response;
  const part = `parts.${save.sectionId}`;
  const stored = `responses.${save.itemId}`;
  const endsFrom = { $gte: savedAt.getTime() - SAVE_GRACE_MS };
  return {
    ...keyOf(attempt),
    state: 'open',
    epoch,
    [`${part}.state`]: 'running',
    $and: [
      { $or: [{ [`${part}.deadlineMs`]: endsFrom }, { [`${part}.deadlineMs`]: null, endsByMs: endsFrom }] },
      { $or: [{ [stored]: { $exists: false } }, { [`${stored}.seq`]: { $lt: seq } }] },
    ],
  };
}

export function createAttemptStore(connection: Connection) {
  const attempts = connection.model('attempts', attemptSchema, 'attempts');

  /** One conditional update; null where nothing matched, because something changed since it was read. */
  async function change(filter: object, update: object): Promise<Attempt | null> {
    const row = await attempts
      .findOneAndUpdate(filter, update, { returnDocument: 'after' })
      .lean<AttemptRow>();
    return row === null ? null : toAttempt(row);
  }

  /** Changes what was read, if nobody else has changed it since, and tells about it in the same write. */
  function changeSeen(seen: Attempt, set: object, events: readonly DomainEvent[], unset: object = {}) {
    const { $push, relayAt } = pushEvents(events);
    const told = events.length === 0 ? {} : { relayAt };
    return change(
      { ...keyOf(seen), rev: seen.rev },
      {
        $set: { ...set, ...told },
        $inc: { rev: 1 },
        ...(events.length === 0 ? {} : { $push }),
        ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }),
      },
    );
  }

  return {
    relaySource: relaySource('attempts', attempts as never),

    /** Inserting the attempt is what uses an invitation; a second Begin finds it there. */
    async insert(attempt: Attempt, events: readonly DomainEvent[]): Promise<'inserted' | 'begun-before'> {
      try {
        await attempts.insertOne({ ...toDocument(attempt), ...withEvents(events) } as never);
        return 'inserted';
      } catch (error) {
        if (isDuplicateKey(error)) return 'begun-before';
        throw error;
      }
    },

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: AttemptId,
    ): Promise<Attempt | null> {
      const row = await attempts.findOne({ organisationId, requisitionId, _id: id }).lean<AttemptRow>();
      return row === null ? null : toAttempt(row);
    },

    /** The attempt again, as it is now. Throws where it is gone. */
    async reread(seen: Key): Promise<Attempt> {
      const row = await attempts.findOne(keyOf(seen)).lean<AttemptRow>();
      if (row === null) throw new Error(`attempt ${seen.id} is gone`);
      return toAttempt(row);
    },

    async findByApplicant(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
    ): Promise<Attempt | null> {
      const row = await attempts
        .findOne({ organisationId, requisitionId, applicantId })
        .sort({ attemptNumber: -1 })
        .lean<AttemptRow>();
      return row === null ? null : toAttempt(row);
    },

    /** The attempt of that id, for a device that is bound to it. */
    async findBound(id: AttemptId, binding: string): Promise<Attempt | null> {
      const row = await attempts.findOne({ _id: id, bindings: binding }).lean<AttemptRow>();
      return row === null ? null : toAttempt(row);
    },

    /** Makes the caller the writer; with a binding, on a device that may be new. */
    async claim(seen: Key, binding: string | null): Promise<Attempt> {
      const bind = binding === null ? {} : { $addToSet: { bindings: binding } };
      const claimed = await change(keyOf(seen), { $inc: { epoch: 1, rev: 1 }, ...bind });
      if (claimed === null) throw new Error(`attempt ${seen.id} is gone`);
      return claimed;
    },

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
      const set = { [`${part}.state`]: 'running', [`${part}.startedAt`]: startedAt };
      return changeSeen(seen, { ...set, [`${part}.deadlineMs`]: deadlineMs, dueMs }, events);
    },

    /** Stores the response if every condition still holds at the moment of writing. */
    saveResponse(attempt: Attempt, save: AcceptedSave): Promise<Attempt | null> {
      const { itemId, response, remind } = save;
      return change(saveFilter(attempt, save), {
        $set: { [`responses.${itemId}`]: response },
        $inc: { rev: 1 },
        ...(remind ? { $addToSet: { reminders: itemId } } : { $pull: { reminders: itemId } }),
      });
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
      if (ending !== null) return changeSeen(seen, { ...closed, ...ending }, events, { dueMs: 1 });
      return changeSeen(seen, { ...closed, dueMs: seen.endsBy.getTime() + HAND_IN_GRACE_MS }, events);
    },

    /** Ends an attempt that was left between its parts. */
    end(seen: Attempt, ending: Ending, events: readonly DomainEvent[]): Promise<Attempt | null> {
      return changeSeen(seen, ending, events, { dueMs: 1 });
    },

    /** A sign of life of the current writer, with the time given back for a long gap before it. */
    beat(seen: Attempt, beat: Beat, credit: Credit | null): Promise<Attempt | null> {
      const part = `parts.${beat.sectionId}`;
      const filter = { ...keyOf(seen), epoch: beat.epoch, [`${part}.state`]: 'running' };
      const before = seen.lastBeat === null ? { lastBeat: null } : { 'lastBeat.atMs': seen.lastBeat.atMs };
      if (credit === null) return change({ ...filter, ...before }, { $set: { lastBeat: beat } });
      const ms = credit.ms;
      return change(
        {
          ...filter,
          ...before,
          [`${part}.deadlineMs`]: { $type: 'number' },
          [`${part}.credits.id`]: { $ne: credit.id },
        },
        {
          $set: { lastBeat: beat },
          $inc: { [`${part}.creditMs`]: ms, [`${part}.deadlineMs`]: ms, endsByMs: ms, dueMs: ms, rev: 1 },
          $push: { [`${part}.credits`]: credit },
        },
      );
    },

    /** Attempts whose running part or whole time ended some while ago, longest ago first. */
    async listOverdue(nowMs: number, limit: number): Promise<Attempt[]> {
      const rows = await attempts
        .find({ dueMs: { $lt: nowMs } })
        .sort({ dueMs: 1 })
        .limit(limit)
        .lean<AttemptRow[]>();
      return rows.map(toAttempt);
    },
  };
}

export type AttemptStore = ReturnType<typeof createAttemptStore>;
