import type { InferSchemaType } from 'mongoose';
import { strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Hash of account and address, or of the address alone: no e-mail is kept here. */
  _id: { type: String, required: true },
  failures: { type: Number, required: true, default: 0 },
  forgetAt: { type: Date, required: true },
});
schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });

type Row = InferSchemaType<typeof schema>;

/** Failed sign-ins of the last quarter of an hour, shared by all processes. */
export function createSignInAttemptStore(connection: Connection) {
  const attempts = connection.model('signInAttempts', schema, 'signInAttempts');

  return {
    async countFailures(key: string, now: Date): Promise<number> {
      const row = await attempts.findOne({ _id: key, forgetAt: { $gt: now } }).lean<Row>();
      return row?.failures ?? 0;
    },
    async addFailure(key: string, forgetAt: Date): Promise<void> {
      await attempts.updateOne({ _id: key }, { $inc: { failures: 1 }, $set: { forgetAt } }, { upsert: true });
    },
    async forget(key: string): Promise<void> {
      await attempts.deleteOne({ _id: key });
    },
  };
}
