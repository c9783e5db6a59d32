import type { InferSchemaType } from 'mongoose';
import type { ApplicantImport, CheckedTable } from '../core/applicant/applicant-import.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const STATES = ['checked', 'running', 'finished', 'stopped'] as const;

/** Counts and line numbers only. The people themselves stand in `applicantImportTexts` and go from there. */
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  state: { type: String, enum: STATES, required: true },
  checkedBy: { type: String, required: true },
  checkedAt: { type: Date, required: true },
  confirmedBy: { type: String, default: null },
  endedAt: { type: Date, default: null },
  table: { type: Schema.Types.Mixed, required: true },
  /** How many portions of people were worked off, and what came of them. */
  portionsDone: { type: Number, required: true },
  invited: { type: Number, required: true },
  invitedBefore: { type: Number, required: true },
  /** Until when it may be confirmed; absent afterwards, so that it stays. */
  expiresAt: { type: Date },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, checkedAt: -1 });
schema.index({ state: 1, checkedAt: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type Key = Pick<ApplicantImport, 'id' | 'organisationId' | 'requisitionId'>;

const keyOf = ({ id, organisationId, requisitionId }: Key) => ({ _id: id, organisationId, requisitionId });

const toImport = (row: Row): ApplicantImport => ({
  id: row._id,
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  state: row.state,
  checkedBy: row.checkedBy as PersonId,
  checkedAt: row.checkedAt,
  confirmedBy: (row.confirmedBy ?? null) as PersonId | null,
  endedAt: row.endedAt ?? null,
  table: row.table as CheckedTable,
  portionsDone: row.portionsDone,
  invited: row.invited,
  invitedBefore: row.invitedBefore,
});

/** One document an import. Every step is one update whose filter says what must not have happened yet. */
export function createApplicantImportStore(connection: Connection) {
  const imports = connection.model('applicantImports', schema, 'applicantImports');

  return {
    relaySource: relaySource('applicantImports', imports as never),

    async insert({ id, ...fields }: ApplicantImport, expiresAt: Date): Promise<void> {
      await imports.insertOne({ _id: id, ...fields, expiresAt });
    },

    async find(organisationId: OrganisationId, requisitionId: RequisitionId, id: string, now: Date) {
      const row = await imports
        .findOne({ _id: id, organisationId, requisitionId, ...notExpired(now) }, { outbox: 0 })
        .lean<Row>();
      return row === null ? null : toImport(row);
    },

    /** The newest first. */
    async list(organisationId: OrganisationId, requisitionId: RequisitionId, now: Date, limit: number) {
      const rows = await imports
        .find({ organisationId, requisitionId, ...notExpired(now) }, { outbox: 0 })
        .sort({ checkedAt: -1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(toImport);
    },

    /** Imports under way in the whole installation, the oldest first. */
    async listRunning(limit: number): Promise<ApplicantImport[]> {
      const running = imports.find({ state: 'running' }, { outbox: 0 }).sort({ checkedAt: 1 });
      return (await running.limit(limit).lean<Row[]>()).map(toImport);
    },

    /** False where it was confirmed, cancelled or expired before. */
    async confirm(
      seen: Key,
      confirmedBy: PersonId,
      now: Date,
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await imports.updateOne(
        { ...keyOf(seen), state: 'checked', expiresAt: { $gt: now } },
        { $set: { state: 'running', confirmedBy, relayAt }, $unset: { expiresAt: 1 }, $push },
      );
      return result.matchedCount === 1;
    },

    /** Counts a portion once, however often it is worked off. */
    async countPortion(seen: ApplicantImport, invited: number, invitedBefore: number): Promise<void> {
      await imports.updateOne(
        { ...keyOf(seen), state: 'running', portionsDone: seen.portionsDone },
        { $inc: { portionsDone: 1, invited, invitedBefore } },
      );
    },

    /** Only as it was seen: another turn may have gone on with it. */
    async end(
      seen: ApplicantImport,
      state: 'finished' | 'stopped',
      endedAt: Date,
      events: readonly DomainEvent[],
    ) {
      const { $push, relayAt } = pushEvents(events);
      await imports.updateOne(
        { ...keyOf(seen), state: 'running', portionsDone: seen.portionsDone },
        { $set: { state, endedAt, relayAt }, $push },
      );
    },

    /** False where it was confirmed meanwhile. */
    async cancel(seen: Key): Promise<boolean> {
      const result = await imports.deleteOne({ ...keyOf(seen), state: 'checked' });
      return result.deletedCount === 1;
    },
  };
}

/** What the store has not taken away yet is as gone as what it has. */
const notExpired = (now: Date) => ({ $or: [{ expiresAt: { $exists: false } }, { expiresAt: { $gt: now } }] });
