import type { Document, Model, Query, Schema } from 'mongoose';

/** Models whose documents this process has given events since the relay last asked. */
const written = new WeakSet<object>();

/** Whether events may wait in this collection that the relay has not looked for; asking takes the note away. */
export const takeWritten = (model: Model<never>): boolean => written.delete(model);

/** For writes that go past Mongoose. */
export function noteWritten(model: object): void {
  written.add(model);
}

/** Notes, after each write through Mongoose that carries events, which collection has them. */
export function noteEvents(schema: Schema): void {
  schema.post(
    ['updateOne', 'updateMany', 'findOneAndUpdate'],
    function noteUpdate(this: Query<unknown, unknown>) {
      if (pushesEvents(this.getUpdate())) noteWritten(this.model);
    },
  );
  schema.post('save', function noteInsert(this: Document) {
    noteWritten(this.constructor);
  });
  schema.post('insertMany', function noteInserts(this: Model<unknown>) {
    noteWritten(this);
  });
}

function pushesEvents(update: object | null): boolean {
  if (update === null || !('$push' in update)) return false;
  return typeof update.$push === 'object' && update.$push !== null && 'outbox' in update.$push;
}
