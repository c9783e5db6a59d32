import type { InferSchemaType } from 'mongoose';
import type { Key } from '../core/form/key.ts';
import type { KeyVersionId, OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** Hash of the organisation and the content: adopting the same key twice leaves one. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  content: { type: Schema.Types.Mixed, required: true },
  adoptedAt: { type: Date, required: true },
});

type Row = InferSchemaType<typeof schema>;

const KEPT = 100;

/** Keys as they were adopted, for ever; only adoption and scoring are given this store. */
export function createKeyVersionStore(connection: Connection) {
  const versions = connection.model('keyVersions', schema, 'keyVersions');
  const kept = new Map<string, Key>();

  function keep(id: string, key: Key): Key {
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(id, key);
    return key;
  }

  return {
    /** Inserts the version if the organisation does not have it yet. */
    async insert(version: {
      readonly id: KeyVersionId;
      readonly organisationId: OrganisationId;
      readonly key: Key;
      readonly adoptedAt: Date;
    }): Promise<void> {
      const { id, organisationId, key, adoptedAt } = version;
      try {
        await versions.insertOne({ _id: id, organisationId, content: key, adoptedAt });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** The key of a version that something points to. Throws where it is not there: that is a broken promise. */
    async get(organisationId: OrganisationId, id: KeyVersionId): Promise<Key> {
      const known = kept.get(`${organisationId}:${id}`);
      if (known !== undefined) return known;
      const row = await versions.findOne({ _id: id, organisationId }).lean<Row>();
      if (row === null) throw new Error(`key version ${id} is not in the store`);
      return keep(`${organisationId}:${id}`, row.content as Key);
    },
  };
}

export type KeyVersionStore = ReturnType<typeof createKeyVersionStore>;
