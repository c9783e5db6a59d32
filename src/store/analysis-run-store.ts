import type { InferSchemaType } from 'mongoose';
import { cutOffBefore, type AnalysisRun } from '../core/quality/analysis-run.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Hash of the pool: each has one run, the latest. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  state: { type: String, enum: ['wanted', 'running', 'ended', 'failed'], required: true },
  since: { type: Date, required: true },
  beatAt: { type: Date, required: true },
  read: { type: Number, required: true },
  people: { type: Number, required: true },
  /** Of whoever runs it, so that one who was thought to be cut off cannot go on beside the next. */
  token: { type: String, default: null },
});

schema.index({ state: 1, since: 1 });

type Row = InferSchemaType<typeof schema>;
type Pool = Pick<AnalysisRun, 'id' | 'organisationId'>;

const DAY_MS = 86_400_000;

function toRun({ _id, token: _token, ...fields }: Row): AnalysisRun {
  return { id: _id, ...fields } as unknown as AnalysisRun;
}

/** Who computes the figures of which pool, and how far they are. */
export function createAnalysisRunStore(connection: Connection) {
  const runs = connection.model('analysisRuns', schema, 'analysisRuns');

  /** Changes a pool's run unless it works at this moment. */
  async function changeIdle({ id, organisationId }: Pool, now: Date, change: object): Promise<boolean> {
    const idle = { $or: [{ state: { $ne: 'running' } }, { beatAt: { $lt: cutOffBefore(now) } }] };
    const fields = { since: now, beatAt: now, read: 0, ...change };
    try {
      await runs.updateOne({ _id: id, organisationId, ...idle } as never, { $set: fields }, { upsert: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    /** Asks for a run; false where one is under way. */
    want: (pool: Pool, now: Date): Promise<boolean> =>
      changeIdle(pool, now, { state: 'wanted', people: 0, token: null }),

    /** False where another one runs it. */
    begin: (pool: Pool, token: string, people: number, now: Date): Promise<boolean> =>
      changeIdle(pool, now, { state: 'running', people, token }),

    /** Tells how far a run is; false where another one has taken it over. */
    async beat({ id, organisationId }: Pool, token: string, read: number, now: Date): Promise<boolean> {
      const filter = { _id: id, organisationId, token, state: 'running' };
      const { matchedCount } = await runs.updateOne(filter as never, { $set: { beatAt: now, read } });
      return matchedCount === 1;
    },

    async end(
      { id, organisationId }: Pool,
      token: string,
      state: 'ended' | 'failed',
      now: Date,
    ): Promise<void> {
      const filter = { _id: id, organisationId, token, state: 'running' };
      await runs.updateOne(filter as never, { $set: { state, since: now, beatAt: now, token: null } });
    },

    /** Whether anything was asked for or begun within the last day that nobody works on. */
    async areLeftOver(now: Date): Promise<boolean> {
      const since = { $gt: new Date(now.getTime() - DAY_MS) };
      const cutOff = { state: 'running', since, beatAt: { $lt: cutOffBefore(now) } };
      return (await runs.exists({ $or: [{ state: 'wanted', since }, cutOff] } as never)) !== null;
    },

    async findMany(ids: readonly string[]): Promise<ReadonlyMap<string, AnalysisRun>> {
      const rows = await runs.find({ _id: { $in: [...ids] } }).lean<Row[]>();
      return new Map(rows.map((row) => [row._id, toRun(row)]));
    },
  };
}
