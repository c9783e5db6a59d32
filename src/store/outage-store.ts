import type { InferSchemaType } from 'mongoose';
import type { Outage } from '../core/outage/outage.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';

const outageSchema = strictSchema({
  /** Tells when the silence began, so that several processes write it down once. */
  _id: { type: String, required: true },
  from: { type: Date, required: true },
  to: { type: Date, required: true },
  state: { type: String, enum: ['giving-back', 'given-back'] as const, required: true },
  placeMs: { type: Number, required: true },
  credited: { type: Number, required: true },
});
outageSchema.index({ state: 1, from: 1 });

/** One document: when a process of this installation last said that it runs. */
const aliveSchema = strictSchema({
  _id: { type: String, required: true },
  at: { type: Date, required: true },
});

type Row = InferSchemaType<typeof outageSchema>;

const ALIVE = 'alive';
const toOutage = ({ _id, ...fields }: Row): Outage => ({ id: _id, ...fields });

/** When we could not be reached, and what was given back for it. Belongs to the installation, not to an organisation. */
export function createOutageStore(connection: Connection) {
  const outages = connection.model('outages', outageSchema, 'outages');
  const signs = connection.model('signsOfLife', aliveSchema, 'signsOfLife');

  return {
    /** The last sign of life of any process; null before the first. */
    async lastAlive(): Promise<Date | null> {
      const row = await signs.findOne({ _id: ALIVE }).lean<{ at: Date }>();
      return row?.at ?? null;
    },

    async sayAlive(at: Date): Promise<void> {
      await signs.updateOne({ _id: ALIVE }, { $max: { at } }, { upsert: true });
    },

    /** Writes an outage down, once. */
    async insert({ id, ...fields }: Outage): Promise<void> {
      try {
        await outages.insertOne({ _id: id, ...fields });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** Those whose time is not wholly given back, the oldest first. */
    async listUnfinished(limit: number): Promise<Outage[]> {
      const unfinished = outages.find({ state: 'giving-back' }).sort({ from: 1 });
      return (await unfinished.limit(limit).lean<Row[]>()).map(toOutage);
    },

    /** So far it has come; after a crash it goes on from there. */
    async advance({ id }: Outage, placeMs: number, credited: number): Promise<void> {
      await outages.updateOne({ _id: id }, { $max: { placeMs }, $inc: { credited } });
    },

    async finish({ id }: Outage): Promise<void> {
      await outages.updateOne({ _id: id }, { $set: { state: 'given-back' } });
    },
  };
}
