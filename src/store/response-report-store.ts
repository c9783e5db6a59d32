import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId, RatingTaskId, RequisitionId } from '../core/kernel/ids.ts';
import type { ReportKind, ResponseReport } from '../core/rating/response-report.ts';
import type { HiddenWords } from '../core/rating/hide-words.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  /** `attemptId:itemId:kind`: a response is reported once for each kind, under whatever anchors. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, required: true },
  itemId: { type: String, required: true },
  taskId: { type: String, required: true },
  kind: { type: String, enum: ['identifies', 'at-risk'] as const, required: true },
  reportedAt: { type: Date, required: true },
  hidden: { type: [Schema.Types.Mixed], required: true },
  closed: { type: Schema.Types.Mixed, default: null },
  ...outboxFields,
});
schema.index({ organisationId: 1, kind: 1, closed: 1, reportedAt: 1 });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type Response = Pick<ResponseReport, 'attemptId' | 'itemId' | 'kind'>;

const idOf = ({ attemptId, itemId, kind }: Response): string => `${attemptId}:${itemId}:${kind}`;

function toReport(row: Row): ResponseReport {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return fields as unknown as ResponseReport;
}

/** What raters noticed about responses. Words of a response never stand here, only places in it. */
export function createResponseReportStore(connection: Connection) {
  const reports = connection.model('responseReports', schema, 'responseReports');

  async function list(filter: object, limit: number): Promise<ResponseReport[]> {
    const rows = await reports.find(filter).sort({ reportedAt: 1 }).limit(limit).lean<Row[]>();
    return rows.map(toReport);
  }

  return {
    relaySource: relaySource('responseReports', reports as never),

    /** The same response is reported once, however many raters notice; a report that was closed opens again. */
    async report(report: ResponseReport, events: readonly DomainEvent[]): Promise<void> {
      const { organisationId } = report;
      try {
        await reports.insertOne({ _id: idOf(report), ...report, ...withEvents(events) } as never);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const { $push, relayAt } = pushEvents(events);
        await reports.updateOne(
          { _id: idOf(report), organisationId, closed: { $ne: null } },
          { $set: { closed: null, relayAt }, $push },
        );
      }
    },

    async find(organisationId: OrganisationId, response: Response): Promise<ResponseReport | null> {
      const row = await reports.findOne({ _id: idOf(response), organisationId }).lean<Row>();
      return row === null ? null : toReport(row);
    },

    async findOfTask(
      organisationId: OrganisationId,
      taskId: RatingTaskId,
      kind: ReportKind,
    ): Promise<ResponseReport | null> {
      const row = await reports.findOne({ organisationId, kind, taskId }).lean<Row>();
      return row === null ? null : toReport(row);
    },

    /** Those that nobody has closed, the oldest first. */
    listOpen(organisationId: OrganisationId, kind: ReportKind, limit: number): Promise<ResponseReport[]> {
      return list({ organisationId, kind, closed: null }, limit);
    },

    listOpenIn(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      kind: ReportKind,
      limit: number,
    ): Promise<ResponseReport[]> {
      return list({ organisationId, requisitionId, kind, closed: null }, limit);
    },

    /** False where somebody else closed it meanwhile, or the applicant was erased. */
    async close(
      seen: ResponseReport,
      closed: { readonly by: PersonId; readonly at: Date },
      hidden: readonly HiddenWords[],
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await reports.updateOne(
        { _id: idOf(seen), organisationId: seen.organisationId, closed: null },
        { $set: { closed, hidden, relayAt }, $push },
      );
      return result.matchedCount === 1;
    },
  };
}
