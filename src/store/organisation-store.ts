import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  /** Whom candidates may ask; shown on their pages. */
  contactName: { type: String, required: true },
  contactEmail: { type: String, required: true },
  /** Who helps candidates when a page does not work; null where that is the contact. */
  technicalHelp: { type: String },
  /** Within how many days candidates get an answer; null where nothing is promised. */
  answerWithinDays: { type: Number },
  rev: { type: Number },
  /** Present on the organisation made by the first-run set-up only, so that two set-ups at once make one. */
  firstRun: { type: Boolean },
  createdAt: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ relayAt: 1 }, { sparse: true });
schema.index({ firstRun: 1 }, { unique: true, sparse: true });

type Row = InferSchemaType<typeof schema>;

/** What an owner says about the organisation, as candidates read it. */
export interface OrganisationSettings {
  readonly name: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly technicalHelp: string | null;
  readonly answerWithinDays: number | null;
}

export interface Organisation extends OrganisationSettings {
  readonly id: OrganisationId;
  readonly rev: number;
}

const toOrganisation = (row: Row): Organisation => ({
  id: row._id as OrganisationId,
  name: row.name,
  contactName: row.contactName,
  contactEmail: row.contactEmail,
  technicalHelp: row.technicalHelp ?? null,
  answerWithinDays: row.answerWithinDays ?? null,
  rev: row.rev ?? 0,
});

const NAME_KEPT_MS = 30_000;

export function createOrganisationStore(connection: Connection) {
  const organisations = connection.model('organisations', schema, 'organisations');
  const names = new Map<OrganisationId, { readonly name: string; readonly until: number }>();

  return {
    relaySource: relaySource('organisations', organisations as never),

    async find(id: OrganisationId): Promise<Organisation | null> {
      const row = await organisations.findOne({ _id: id }).lean<Row>();
      return row === null ? null : toOrganisation(row);
    },

    /** For the head of every page; half a minute late where another process changed it. */
    async findName(id: OrganisationId): Promise<string | null> {
      const kept = names.get(id);
      if (kept !== undefined && kept.until > performance.now()) return kept.name;
      const row = await organisations.findOne({ _id: id }, { name: 1 }).lean<Pick<Row, 'name'>>();
      if (row === null) return null;
      names.set(id, { name: row.name, until: performance.now() + NAME_KEPT_MS });
      return row.name;
    },

    /** The organisation that the first-run set-up made; null before it. */
    async findFirst(): Promise<Organisation | null> {
      const row = await organisations.findOne({ firstRun: true }).lean<Row>();
      return row === null ? null : toOrganisation(row);
    },

    /** Changes the settings if nobody else did since they were read. */
    async change(
      seen: Organisation,
      settings: OrganisationSettings,
      events: readonly DomainEvent[],
    ): Promise<'changed' | 'changed-meanwhile'> {
      const { $push, relayAt } = pushEvents(events);
      // An organisation that was never changed may have no revision yet.
      const rev = seen.rev === 0 ? { $in: [0, null] } : seen.rev;
      const result = await organisations.updateOne({ _id: seen.id, rev } as never, {
        $set: { ...settings, rev: seen.rev + 1, relayAt },
        $push,
      });
      names.delete(seen.id);
      return result.matchedCount === 1 ? 'changed' : 'changed-meanwhile';
    },

    /** Inserts the first organisation, or returns the one that an interrupted set-up left without an owner. */
    async insertFirst(
      organisation: Pick<Organisation, 'id' | 'name' | 'contactName' | 'contactEmail'>,
      createdAt: Date,
    ): Promise<OrganisationId> {
      const { id, ...fields } = organisation;
      try {
        await organisations.create({ _id: id, ...fields, firstRun: true, createdAt });
        return id;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const row = await organisations.findOne({ firstRun: true }).lean<Row>();
        if (row === null) throw error;
        return row._id as OrganisationId;
      }
    },
  };
}
