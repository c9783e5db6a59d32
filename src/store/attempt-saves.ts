import { AttemptGone } from '../core/attempt/attempt-gone.ts';
import type { Attempt, StoredResponse } from '../core/attempt/attempt.ts';
import type { DeviceClass } from '../core/attempt/device-class.ts';
import { SAVE_GRACE_MS } from '../core/attempt/time-limits.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ItemId, SectionId } from '../core/kernel/ids.ts';
import { filterOf, type AttemptKey, type AttemptModel } from './attempt-model.ts';
import { toDocument } from './attempt-schema.ts';
import { isDuplicateKey } from './connection.ts';
import { insertMany } from './insert-many.ts';
import { withEvents } from './outbox.ts';

/** Devices that may hold an attempt at a time; opening the link on yet another lets the oldest go. */
const DEVICES = 20;

/** A save that the rules have accepted, with what the store needs to check them once more in the same write. */
export interface AcceptedSave {
  readonly itemId: ItemId;
  readonly sectionId: SectionId;
  readonly response: StoredResponse;
  readonly remind: boolean;
}

/**
 * The conditions of `acceptResponse` as a filter: a save that lost a race matches nothing and is decided again. A
 * deadline of null means no limit; then the end of the attempt counts.
 */
function saveFilter(attempt: AttemptKey, { itemId, sectionId, response }: AcceptedSave) {
  const part = `parts.${sectionId}`;
  const stored = `responses.${itemId}`;
  const endsFrom = { $gte: response.savedAt.getTime() - SAVE_GRACE_MS };
  return {
    ...filterOf(attempt),
    state: 'open',
    epoch: response.epoch,
    [`${part}.state`]: 'running',
    $and: [
      { $or: [{ [`${part}.deadlineMs`]: endsFrom }, { [`${part}.deadlineMs`]: null, endsByMs: endsFrom }] },
      { $or: [{ [stored]: { $exists: false } }, { [`${stored}.seq`]: { $lt: response.seq } }] },
    ],
  };
}

export function createAttemptSaves({ attempts, change }: AttemptModel) {
  return {
    /** Inserting the attempt is what uses an invitation; a second Begin finds it there. */
    async insert(
      attempt: Attempt,
      events: readonly DomainEvent[],
      deviceClass: DeviceClass | null = null,
    ): Promise<'inserted' | 'begun-before'> {
      try {
        await attempts.insertOne({ ...toDocument(attempt, deviceClass), ...withEvents(events) } as never);
        return 'inserted';
      } catch (error) {
        if (isDuplicateKey(error)) return 'begun-before';
        throw error;
      }
    },

    insertMany: (many: readonly { readonly attempt: Attempt; readonly deviceClass: DeviceClass | null }[]) =>
      insertMany(
        attempts as never,
        many.map(({ attempt, deviceClass }) => toDocument(attempt, deviceClass)),
      ),

    /** Makes the caller the writer; with a binding, on a device that may be new. */
    async claim(seen: AttemptKey, binding: string | null): Promise<Attempt> {
      const bind = binding === null ? {} : { $push: { bindings: { $each: [binding], $slice: -DEVICES } } };
      const claimed = await change(filterOf(seen), { $inc: { epoch: 1, rev: 1 }, ...bind });
      if (claimed === null) throw new AttemptGone(seen.id);
      return claimed;
    },

    /** Stores the response if every condition still holds at the moment of writing. */
    saveResponse(attempt: AttemptKey, save: AcceptedSave): Promise<Attempt | null> {
      const { itemId, response, remind } = save;
      return change(saveFilter(attempt, save), {
        $set: { [`responses.${itemId}`]: response },
        $inc: { rev: 1 },
        ...(remind ? { $addToSet: { reminders: itemId } } : { $pull: { reminders: itemId } }),
      });
    },
  };
}
