import type { InferSchemaType } from 'mongoose';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { GroupComparison } from '../core/quality/group-comparison.ts';
import type { QualityReport } from '../core/quality/quality-report.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Hash of the pool: each has one report, the latest. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  report: { type: Schema.Types.Mixed, required: true },
  /** The last comparison of groups, which has a date of its own: not every run compares. */
  groups: { type: Schema.Types.Mixed, default: null },
});

type Row = InferSchemaType<typeof schema>;

/** What pools of attempts say about their assessment, with the versions they were measured by and the date. */
export function createQualityReportStore(connection: Connection) {
  const reports = connection.model('qualityReports', schema, 'qualityReports');

  return {
    /** Without a comparison of groups the one that is there stays. */
    async replace(report: QualityReport, groups: GroupComparison | null): Promise<void> {
      const { id, organisationId } = report;
      const change = groups === null ? { report } : { report, groups };
      await reports.updateOne({ _id: id, organisationId }, { $set: change }, { upsert: true });
    },

    async find(organisationId: OrganisationId, id: string): Promise<QualityReport | null> {
      const row = await reports.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : (row.report as QualityReport);
    },
  };
}
