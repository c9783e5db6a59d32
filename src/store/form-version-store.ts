import type { InferSchemaType } from 'mongoose';
import type { Form } from '../core/form/form.ts';
import type { FormVersionId, OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Hash of the organisation and the content: adopting the same form twice leaves one. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  content: { type: Schema.Types.Mixed, required: true },
  adoptedAt: { type: Date, required: true },
});

type Row = InferSchemaType<typeof schema>;

const KEPT = 100;

/** Forms as they were adopted, for ever. They never change, so the ones in use are kept in memory. */
export function createFormVersionStore(connection: Connection) {
  const versions = connection.model('formVersions', schema, 'formVersions');
  const kept = new Map<string, Form>();

  function keep(key: string, form: Form): Form {
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, form);
    return form;
  }

  return {
    /** Inserts the version if the organisation does not have it yet. */
    async insert(version: {
      readonly id: FormVersionId;
      readonly organisationId: OrganisationId;
      readonly form: Form;
      readonly adoptedAt: Date;
    }): Promise<void> {
      const { id, organisationId, form, adoptedAt } = version;
      try {
        await versions.create({ _id: id, organisationId, content: form, adoptedAt });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** The form of a version that something points to. Throws where it is not there: that is a broken promise. */
    async get(organisationId: OrganisationId, id: FormVersionId): Promise<Form> {
      const key = `${organisationId}:${id}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const row = await versions.findOne({ _id: id, organisationId }).lean<Row>();
      if (row === null) throw new Error(`form version ${id} is not in the store`);
      return keep(key, row.content as Form);
    },
  };
}
