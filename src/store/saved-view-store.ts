import type { InferSchemaType } from 'mongoose';
import type { OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import { strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  personId: { type: String, required: true },
  name: { type: String, required: true },
  query: { type: String, required: true },
  shared: { type: Boolean, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, name: 1, _id: 1 });

type Row = InferSchemaType<typeof schema>;

/** A list of a role under a name: what its address says, for its author or for every member. */
export interface SavedView {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly personId: PersonId;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}

type Key = Pick<SavedView, 'id' | 'organisationId' | 'requisitionId' | 'personId'>;

/** A menu of more would help nobody. */
const MOST_SHOWN = 100;

/** Only its author changes or deletes a view, so every filter of a change names them. */
const filterOf = ({ id, ...own }: Key) => ({ _id: id, ...own });

export function createSavedViewStore(connection: Connection) {
  const views = connection.model('savedViews', schema, 'savedViews');

  return {
    async insert({ id, ...fields }: SavedView): Promise<void> {
      await views.insertOne({ _id: id, ...fields });
    },

    /** The reader's own and the shared ones, by name. */
    async list(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      reader: PersonId,
    ): Promise<SavedView[]> {
      const rows = await views
        .find({ organisationId, requisitionId, $or: [{ personId: reader }, { shared: true }] })
        .sort({ name: 1, _id: 1 })
        .limit(MOST_SHOWN)
        .lean<Row[]>();
      return rows.map(({ _id, ...fields }) => ({ id: _id, ...fields }) as unknown as SavedView);
    },

    /** False where the view is gone or somebody else's. */
    async change(view: Key, fields: Pick<SavedView, 'name' | 'shared'>): Promise<boolean> {
      const result = await views.updateOne(filterOf(view), { $set: fields });
      return result.matchedCount === 1;
    },

    async remove(view: Key): Promise<boolean> {
      const { deletedCount } = await views.deleteOne(filterOf(view));
      return deletedCount === 1;
    },
  };
}
