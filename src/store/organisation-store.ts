import type { InferSchemaType } from 'mongoose';
import type { OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  /** Whom candidates may ask; shown on their pages. */
  contactName: { type: String, required: true },
  contactEmail: { type: String, required: true },
  /** Present on the organisation made by the first-run set-up only, so that two set-ups at once make one. */
  firstRun: { type: Boolean },
  createdAt: { type: Date, required: true },
});
schema.index({ firstRun: 1 }, { unique: true, sparse: true });

type Row = InferSchemaType<typeof schema>;

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly contactName: string;
  readonly contactEmail: string;
}

const toOrganisation = (row: Row): Organisation => ({
  id: row._id as OrganisationId,
  name: row.name,
  contactName: row.contactName,
  contactEmail: row.contactEmail,
});

export function createOrganisationStore(connection: Connection) {
  const organisations = connection.model('organisations', schema, 'organisations');

  return {
    async find(id: OrganisationId): Promise<Organisation | null> {
      const row = await organisations.findOne({ _id: id }).lean<Row>();
      return row === null ? null : toOrganisation(row);
    },

    /** The organisation that the first-run set-up made; null before it. */
    async findFirst(): Promise<Organisation | null> {
      const row = await organisations.findOne({ firstRun: true }).lean<Row>();
      return row === null ? null : toOrganisation(row);
    },

    /** Inserts the first organisation, or returns the one that an interrupted set-up left without an owner. */
    async insertFirst(organisation: Organisation, createdAt: Date): Promise<OrganisationId> {
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
