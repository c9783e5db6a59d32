import type { Attempt } from '../core/attempt/attempt.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import { attemptSchema, toAttempt, type AttemptRow } from './attempt-schema.ts';
import type { Connection } from './connection.ts';
import { pushEvents } from './outbox.ts';

export type AttemptKey = Pick<Attempt, 'id' | 'organisationId' | 'requisitionId'>;

/** What every filter of one attempt begins with. */
export const filterOf = ({ id, organisationId, requisitionId }: AttemptKey) => ({
  organisationId,
  requisitionId,
  _id: id,
});

/** The collection with the two kinds of write that an attempt knows. */
export function createAttemptModel(connection: Connection) {
  const attempts = connection.model('attempts', attemptSchema, 'attempts');

  /** One conditional update; null where nothing matched, because something changed since it was read. */
  async function change(filter: object, update: object): Promise<Attempt | null> {
    const row = await attempts
      .findOneAndUpdate(filter, update, { returnDocument: 'after' })
      .lean<AttemptRow>();
    return row === null ? null : toAttempt(row);
  }

  /** Changes what was read, if nobody else has changed it since, and tells about it in the same write. */
  function changeSeen(
    seen: Attempt,
    set: object,
    events: readonly DomainEvent[],
    unset: Readonly<Record<string, 1>> = {},
  ): Promise<Attempt | null> {
    const { $push, relayAt } = pushEvents(events);
    const told = events.length > 0;
    return change(
      { ...filterOf(seen), rev: seen.rev },
      {
        $set: told ? { ...set, relayAt } : set,
        $inc: { rev: 1 },
        ...(told ? { $push } : {}),
        ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
      },
    );
  }

  return { attempts, change, changeSeen };
}

export type AttemptModel = ReturnType<typeof createAttemptModel>;
