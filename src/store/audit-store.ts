import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** The event's id: copying it twice leaves one. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  type: { type: String, required: true },
  at: { type: Date, required: true },
  actor: { type: Schema.Types.Mixed, required: true },
  facts: { type: Schema.Types.Mixed, required: true },
});
schema.index({ organisationId: 1, at: -1, _id: -1 });
schema.index({ organisationId: 1, 'facts.applicantId': 1, at: -1, _id: -1 });
/** Of several at once: who was compared, who was chosen for a file. */
schema.index({ organisationId: 1, 'facts.applicantIds': 1, at: -1, _id: -1 });
schema.index({ organisationId: 1, 'facts.requisitionId': 1, at: -1, _id: -1 });
schema.index({ organisationId: 1, type: 1, at: -1, _id: -1 });
/** What applicants and the product do is most of it: only who of the staff did something is looked up by index. */
schema.index({ organisationId: 1, 'actor.personId': 1, at: -1, _id: -1 });

type Row = InferSchemaType<typeof schema>;

/** Whom or what the events are about; null for everything in the organisation. */
export type AuditSubject =
  | { readonly kind: 'applicant'; readonly ids: readonly string[] }
  | { readonly kind: 'requisition'; readonly id: string };

/** What narrows the trail; null where anything will do. */
export interface AuditFilter {
  readonly subject: AuditSubject | null;
  readonly type: string | null;
  readonly actor: DomainEvent['actor'] | null;
  /** From this moment, and before that one. */
  readonly from: Date | null;
  readonly before: Date | null;
}

export const wholeTrail: AuditFilter = { subject: null, type: null, actor: null, from: null, before: null };

/** Each of these has an index of its own in the order of the trail. */
const about = (subject: AuditSubject | null): readonly object[] => {
  if (subject === null) return [{}];
  if (subject.kind === 'requisition') return [{ 'facts.requisitionId': subject.id }];
  const ids = { $in: [...subject.ids] };
  return [{ 'facts.applicantId': ids }, { 'facts.applicantIds': ids }];
};

/** Alone or together; what staff did and what happened have indexes of their own, days are the order itself. */
function narrowedBy({ type, actor, from, before }: AuditFilter): object {
  const days = { ...(from === null ? {} : { $gte: from }), ...(before === null ? {} : { $lt: before }) };
  return {
    ...(type === null ? {} : { type }),
    ...(actor === null ? {} : doneBy(actor)),
    ...(Object.keys(days).length === 0 ? {} : { at: days }),
  };
}

const doneBy = (actor: DomainEvent['actor']): object =>
  actor.kind === 'person' ? { 'actor.personId': actor.personId } : { 'actor.kind': actor.kind };

const toEvent = ({ _id, ...fields }: Row): DomainEvent => ({ id: _id, ...fields }) as unknown as DomainEvent;

const olderThan = ({ id, at }: Pick<DomainEvent, 'id' | 'at'>) => ({
  $and: [{ at: { $lte: at } }, { $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] }],
});

const newestFirst = (left: DomainEvent, right: DomainEvent): number =>
  right.at.getTime() - left.at.getTime() || (left.id < right.id ? 1 : -1);

/** The audit trail: append-only, ids and small facts, never texts. */
export function createAuditStore(connection: Connection) {
  const events = connection.model('auditEvents', schema, 'auditEvents');

  return {
    async record(event: DomainEvent): Promise<void> {
      const { id, ...fields } = event;
      try {
        await events.create({ _id: id, ...fields });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async listNewest(organisationId: OrganisationId, limit: number): Promise<DomainEvent[]> {
      const rows = await events.find({ organisationId }).sort({ at: -1 }).limit(limit).lean<Row[]>();
      return rows.map(toEvent);
    },

    /** The newest first; after the event where the page before ended. */
    async list(
      organisationId: OrganisationId,
      filter: AuditFilter,
      after: DomainEvent | null,
      limit: number,
    ): Promise<DomainEvent[]> {
      const older = after === null ? {} : olderThan(after);
      const found = await Promise.all(
        about(filter.subject).map((subject) =>
          events
            .find({ organisationId, ...subject, ...narrowedBy(filter), ...older })
            .sort({ at: -1, _id: -1 })
            .limit(limit)
            .lean<Row[]>(),
        ),
      );
      return found.flat().map(toEvent).toSorted(newestFirst).slice(0, limit);
    },

    /** What has happened at all, from one entry of the index each, however long the trail is. */
    async listTypes(organisationId: OrganisationId): Promise<string[]> {
      const types: string[] = [];
      for (;;) {
        const row = await events
          .findOne({ organisationId, type: { $gt: types.at(-1) ?? '' } }, { type: 1 })
          .sort({ type: 1 })
          .lean<Row>();
        if (row === null) return types;
        types.push(row.type);
      }
    },

    async find(organisationId: OrganisationId, id: string): Promise<DomainEvent | null> {
      const row = await events.findOne({ _id: id, organisationId }).lean<Row>();
      return row === null ? null : toEvent(row);
    },
  };
}
