import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { Applicant } from '../core/applicant/applicant.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { Connection } from './connection.ts';
import { pushEvents, withEvents } from './outbox.ts';

/** What is known of somebody who is to be found for an erasure: no name and no address. */
export type ErasureTarget = Pick<Applicant, 'id' | 'organisationId' | 'requisitionId' | 'label' | 'state'>;

interface Row extends Omit<ErasureTarget, 'id'> {
  readonly _id: ApplicantId;
}

const TARGET = { organisationId: 1, requisitionId: 1, label: 1, state: 1 } as const;
const toTarget = ({ _id, ...fields }: Row): ErasureTarget => ({ id: _id, ...fields });
const within = ({ organisationId, requisitionId }: ErasureTarget) => ({ organisationId, requisitionId });

/** Takes a person out of every collection. Made after all other stores, whose collections it walks. */
export function createErasureStore(connection: Connection) {
  const applicants = connection.model('applicants');

  return {
    /** By id or label in any case; a label may stand for several people of different roles. */
    async findTargets(organisationId: OrganisationId, wanted: string): Promise<ErasureTarget[]> {
      const filter = { organisationId, $or: [{ _id: wanted }, { label: wanted.toUpperCase() }] };
      const rows = await applicants.find(filter, TARGET).sort({ _id: 1 }).limit(20).lean<Row[]>();
      return rows.map(toTarget);
    },

    /** The applicants of a requisition who are not erased, in the order of their labels, after that label. */
    async listActive(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      after: string,
      limit: number,
    ): Promise<ErasureTarget[]> {
      const filter = { organisationId, requisitionId, label: { $gt: after }, state: 'active' };
      const rows = await applicants.find(filter, TARGET).sort({ label: 1 }).limit(limit).lean<Row[]>();
      return rows.map(toTarget);
    },

    async findTarget(id: ApplicantId): Promise<ErasureTarget | null> {
      const row = await applicants.findOne({ _id: id }, TARGET).lean<Row>();
      return row === null ? null : toTarget(row);
    },

    /** From here on no link works and nothing is computed; false where it was ordered before. */
    async order(target: ErasureTarget, events: readonly DomainEvent[]): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await applicants.updateOne(
        { ...within(target), _id: target.id, state: 'active' },
        { $set: { state: 'erasing', relayAt }, $inc: { linkVersion: 1, rev: 1 }, $push },
      );
      return result.matchedCount === 1;
    },

    /** Deletes in every collection that names an applicant, also in those that are added later. */
    async deleteTraces(target: ErasureTarget): Promise<number> {
      let deleted = 0;
      for (const model of Object.values(connection.models)) {
        if (!('applicantId' in model.schema.paths)) continue;
        const result = await model.deleteMany({ ...within(target), applicantId: target.id });
        deleted += result.deletedCount;
      }
      return deleted;
    },

    /** Replaces the whole document, so that a field nobody thought of goes as well. Nothing writes to it meanwhile. */
    async finish(target: ErasureTarget, sweepAt: Date, events: readonly DomainEvent[]): Promise<void> {
      const erasing = { ...within(target), _id: target.id, state: 'erasing' };
      const row = await applicants
        .findOne(erasing, { intakeId: 1, linkVersion: 1, rev: 1 })
        .lean<{ intakeId: string; linkVersion: number; rev: number }>();
      if (row === null) return;
      const nothing = new Date(0);
      await applicants.replaceOne(erasing, {
        ...within(target),
        intakeId: row.intakeId,
        // Required and unique; the applicant's own id tells nothing new.
        invitationId: target.id,
        label: target.label,
        linkVersion: row.linkVersion,
        linkExpiresAt: nothing,
        stage: 'open',
        state: 'erased',
        invitedAt: nothing,
        rev: row.rev + 1,
        sweepAt,
        ...withEvents(events),
      });
    },

    async listToSweep(now: Date, limit: number): Promise<ErasureTarget[]> {
      const due = applicants.find({ sweepAt: { $lte: now } }, TARGET).sort({ sweepAt: 1 });
      return (await due.limit(limit).lean<Row[]>()).map(toTarget);
    },

    /** Looks again at that time, or never again. */
    async planSweep(target: ErasureTarget, sweepAt: Date | null): Promise<void> {
      const update = sweepAt === null ? { $unset: { sweepAt: 1 as const } } : { $set: { sweepAt } };
      await applicants.updateOne({ ...within(target), _id: target.id }, update);
    },
  };
}
