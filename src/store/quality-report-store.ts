import type { InferSchemaType } from 'mongoose';
import type { FormVersionId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { GroupComparison } from '../core/quality/group-comparison.ts';
import type { PartTime } from '../core/quality/part-times.ts';
import type { JudgmentQuality, QualityReport, WrittenQuality } from '../core/quality/quality-report.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Hash of the pool: each has one report, the latest. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  report: { type: Schema.Types.Mixed, required: true },
  /** The last comparison of groups, which has a date of its own: not every run compares. */
  groups: { type: Schema.Types.Mixed, default: null },
});
schema.index({
  organisationId: 1,
  'report.versions.formVersionId': 1,
  'report.simulatedIn': 1,
  'report.computedAt': -1,
});

type Row = InferSchemaType<typeof schema>;
/** Reports from before something was counted lack it. */
type Older<Report extends QualityReport, Later extends keyof Report> = Omit<Report, Later> &
  Partial<Pick<Report, Later>>;
type StoredReport = Older<JudgmentQuality, 'times' | 'devices'> | Older<WrittenQuality, 'devices'>;

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
      return row === null ? null : toReport(row.report as StoredReport);
    },

    /** What the parts of a form took without a limit, the newest report first; there is one for each of its keys. */
    async listPartTimes(
      organisationId: OrganisationId,
      formVersionId: FormVersionId,
      simulatedIn: RequisitionId | null,
    ): Promise<readonly PartTime[]> {
      const rows = await reports
        .find({
          organisationId,
          'report.versions.formVersionId': formVersionId,
          'report.simulatedIn': simulatedIn,
        })
        .sort({ 'report.computedAt': -1 })
        .select({ 'report.times': 1 })
        .lean<{ readonly report: { readonly times?: readonly PartTime[] } }[]>();
      return rows.flatMap(({ report }) => report.times ?? []);
    },
  };
}

function toReport(report: StoredReport): QualityReport {
  const devices = report.devices ?? null;
  return report.column === 'judgment'
    ? { ...report, devices, times: report.times ?? [] }
    : { ...report, devices };
}
