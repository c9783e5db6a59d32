import type { Model } from 'mongoose';
import { Schema } from './connection.ts';
import { takeWritten } from './written-events.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';

/** Fields of every aggregate that tells others what happened to it. `relayAt` is set while events wait. */
export const outboxFields = {
  outbox: { type: [Schema.Types.Mixed], default: undefined },
  relayAt: { type: Date },
} as const;

/** The part of an update that pushes events in the same write that made them happen. */
export function pushEvents(events: readonly DomainEvent[]) {
  return { $push: { outbox: { $each: [...events] } }, relayAt: events[0]?.at ?? new Date(0) };
}

/** The same for a document about to be inserted. */
export function withEvents(events: readonly DomainEvent[]) {
  return events.length === 0 ? {} : { outbox: [...events], relayAt: events[0]?.at };
}

interface HasOutbox {
  readonly _id: string;
  readonly outbox?: readonly DomainEvent[];
}

/** What the relay needs of one collection; its sparse index on `relayAt` finds the waiting documents. */
export function relaySource(name: string, model: Model<never>) {
  const collection = model as unknown as Model<HasOutbox>;
  return {
    name,
    takeWritten: (): boolean => takeWritten(model),
    async findWaiting(limit: number): Promise<{ id: string; events: readonly DomainEvent[] }[]> {
      const rows = await collection
        .find({ relayAt: { $exists: true } } as never, { outbox: 1 })
        .sort({ relayAt: 1 })
        .limit(limit)
        .lean<HasOutbox[]>();
      return rows.map((row) => ({ id: row._id, events: row.outbox ?? [] }));
    },
    async postpone(id: string): Promise<void> {
      const waiting = { _id: id, relayAt: { $exists: true } };
      await collection.updateOne(waiting as never, { $set: { relayAt: new Date() } });
    },
    async markRelayed(id: string, eventIds: readonly string[]): Promise<void> {
      await collection.updateOne({ _id: id }, { $pull: { outbox: { id: { $in: [...eventIds] } } } });
      await collection.updateOne({ _id: id, outbox: { $size: 0 } } as never, { $unset: { relayAt: 1 } });
    },
  };
}
