import type { InferSchemaType } from 'mongoose';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { Analysis } from '../core/scoring/analysis.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';

const Mixed = Schema.Types.Mixed;
const schema = strictSchema({
  /** Hash of the pool: each has one analysis, the latest. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  column: { type: String, enum: ['judgment', 'written'], required: true },
  simulatedIn: { type: String, default: null },
  versions: { type: Mixed, required: true },
  own: { type: Mixed, default: null },
  criteria: { type: [Mixed], required: true },
  doubleRatings: { type: Number, required: true },
  computedAt: { type: Date, required: true },
});

type Row = InferSchemaType<typeof schema>;

/** Without its mean it is of an earlier edition, and counts again once it is computed anew. */
const isWhole = (own: unknown): boolean =>
  typeof own === 'object' && own !== null && 'mean' in own && typeof own.mean === 'number';

function toAnalysis(row: Row): Analysis {
  const { _id, ...fields } = row;
  const own: unknown = isWhole(row.own) ? row.own : null;
  return { id: _id, ...fields, own } as unknown as Analysis;
}

/** What the attempts of a pool say about the precision of a column, with the versions that they were measured by. */
export function createAnalysisStore(connection: Connection) {
  const analyses = connection.model('analyses', schema, 'analyses');

  return {
    async replace({ id, ...fields }: Analysis): Promise<void> {
      const { organisationId } = fields;
      await analyses.updateOne({ _id: id, organisationId }, { $set: fields }, { upsert: true });
    },

    /** Those of these pools that have been analysed, in any order. */
    async findMany(organisationId: OrganisationId, ids: readonly string[]): Promise<Analysis[]> {
      const rows = await analyses.find({ _id: { $in: [...ids] }, organisationId }).lean<Row[]>();
      return rows.map(toAnalysis);
    },

    async find(organisationId: OrganisationId, id: string): Promise<Analysis | null> {
      const row = await analyses.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : toAnalysis(row);
    },
  };
}
