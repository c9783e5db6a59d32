import { AttemptGone } from '../core/attempt/attempt-gone.ts';
import type { Attempt } from '../core/attempt/attempt.ts';
import type { DeviceClass } from '../core/attempt/device-class.ts';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  OrganisationId,
  RequisitionId,
} from '../core/kernel/ids.ts';
import type { SittingClocks } from '../core/quality/part-times.ts';
import { filterOf, type AttemptKey, type AttemptModel } from './attempt-model.ts';
import { toAttempt, type AttemptRow } from './attempt-schema.ts';

const orNull = (row: AttemptRow | null): Attempt | null => (row === null ? null : toAttempt(row));

export function createAttemptReads({ attempts }: AttemptModel) {
  return {
    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: AttemptId,
    ): Promise<Attempt | null> {
      return orNull(await attempts.findOne({ organisationId, requisitionId, _id: id }).lean<AttemptRow>());
    },

    /** Those of these attempts that are there, in any order. */
    async findMany(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly AttemptId[],
    ): Promise<Attempt[]> {
      const rows = await attempts
        .find({ organisationId, requisitionId, _id: { $in: [...ids] } })
        .lean<AttemptRow[]>();
      return rows.map(toAttempt);
    },

    /** The attempt again, as it is now. Throws `AttemptGone` where it was erased. */
    async reread(seen: AttemptKey): Promise<Attempt> {
      const row = await attempts.findOne(filterOf(seen)).lean<AttemptRow>();
      if (row === null) throw new AttemptGone(seen.id);
      return toAttempt(row);
    },

    /** The applicant's latest attempt. */
    async findByApplicant(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
    ): Promise<Attempt | null> {
      const filter = { organisationId, requisitionId, applicantId };
      return orNull(await attempts.findOne(filter).sort({ attemptNumber: -1 }).lean<AttemptRow>());
    },

    /** When each of these attempts ended; without an entry for those that have not. */
    async listFinishedAt(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly AttemptId[],
    ): Promise<ReadonlyMap<AttemptId, Date>> {
      const rows = await attempts
        .find({ organisationId, requisitionId, _id: { $in: [...ids] }, finishedAt: { $ne: null } })
        .select({ finishedAt: 1 })
        .lean<Pick<AttemptRow, '_id' | 'finishedAt'>[]>();
      return new Map(
        rows.flatMap(({ _id, finishedAt }) => (finishedAt ? [[_id as AttemptId, finishedAt]] : [])),
      );
    },

    /** The versions of the form that those of these attempts that were handed in were taken with. */
    async listFormVersions(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly AttemptId[],
    ): Promise<ReadonlySet<FormVersionId>> {
      const rows = await attempts
        .find({ organisationId, requisitionId, _id: { $in: [...ids] }, state: { $ne: 'open' } })
        .select({ _id: 0, formVersionId: 1 })
        .lean<Pick<AttemptRow, 'formVersionId'>[]>();
      return new Set(rows.map(({ formVersionId }) => formVersionId as FormVersionId));
    },

    /** How these attempts were timed and when their parts ran, in any order and without saying whose they are. */
    async listClocks(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly AttemptId[],
    ): Promise<readonly SittingClocks[]> {
      const rows = await attempts
        .find({ organisationId, requisitionId, _id: { $in: [...ids] } })
        .select({ _id: 0, timed: 1, timeChoice: 1, parts: 1 })
        .lean<Pick<AttemptRow, 'timed' | 'timeChoice' | 'parts'>[]>();
      return rows as unknown as SittingClocks[];
    },

    /** What these attempts began on, for figures about many people only; without an entry where it could not be told. */
    async listDevices(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly AttemptId[],
    ): Promise<ReadonlyMap<AttemptId, DeviceClass>> {
      const rows = await attempts
        .find({ organisationId, requisitionId, _id: { $in: [...ids] }, deviceClass: { $ne: null } })
        .select({ deviceClass: 1 })
        .lean<Pick<AttemptRow, '_id' | 'deviceClass'>[]>();
      return new Map(
        rows.flatMap(({ _id, deviceClass }) => (deviceClass ? [[_id as AttemptId, deviceClass]] : [])),
      );
    },

    /** What was written in each of these attempts. */
    async listResponses(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly AttemptId[],
    ): Promise<ReadonlyMap<AttemptId, Attempt['responses']>> {
      const rows = await attempts
        .find({ organisationId, requisitionId, _id: { $in: [...ids] } })
        .select({ responses: 1 })
        .lean<Pick<AttemptRow, '_id' | 'responses'>[]>();
      return new Map(
        rows.map((row) => [row._id as AttemptId, row.responses as unknown as Attempt['responses']]),
      );
    },

    /** How far each of these applicants has come; without an entry for those who have not begun. */
    async listStates(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<ReadonlyMap<ApplicantId, Attempt['state']>> {
      const rows = await attempts
        .find({ organisationId, requisitionId, applicantId: { $in: [...applicantIds] } })
        .select({ applicantId: 1, state: 1 })
        .sort({ attemptNumber: 1 })
        .lean<Pick<AttemptRow, 'applicantId' | 'state'>[]>();
      return new Map(rows.map((row) => [row.applicantId as ApplicantId, row.state]));
    },

    /** How many of a requisition were begun and have not ended. */
    countOpen: (organisationId: OrganisationId, requisitionId: RequisitionId): Promise<number> =>
      attempts.countDocuments({ organisationId, requisitionId, state: 'open' }),

    /** The attempt of that id, for a device that is bound to it. */
    async findBound(id: AttemptId, binding: string): Promise<Attempt | null> {
      return orNull(await attempts.findOne({ _id: id, bindings: binding }).lean<AttemptRow>());
    },

    /** Open attempts in the order in which the clock will look at them, from that moment on. */
    async *walkDue(fromMs: number): AsyncGenerator<{ readonly attempt: Attempt; readonly dueMs: number }> {
      const due = attempts.find({ dueMs: { $gte: fromMs } }).sort({ dueMs: 1 });
      for await (const row of due.lean<AttemptRow[]>().cursor({ batchSize: 100 })) {
        yield { attempt: toAttempt(row), dueMs: row.dueMs ?? fromMs };
      }
    },

    /** Open attempts of which nobody was reminded and that end soon, longest due first. */
    async listReminderDue(nowMs: number, limit: number): Promise<Attempt[]> {
      const due = attempts.find({ reminderDueMs: { $lte: nowMs } }).sort({ reminderDueMs: 1 });
      const rows = await due.limit(limit).lean<AttemptRow[]>();
      return rows.map(toAttempt);
    },

    /** Attempts whose running part or whole time ended some while ago, longest ago first. */
    async listOverdue(nowMs: number, limit: number): Promise<Attempt[]> {
      const overdue = attempts.find({ dueMs: { $lt: nowMs } }).sort({ dueMs: 1 });
      const rows = await overdue.limit(limit).lean<AttemptRow[]>();
      return rows.map(toAttempt);
    },
  };
}
