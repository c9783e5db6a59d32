import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, RequisitionId, RubricVersionId } from '../core/kernel/ids.ts';
import type { RubricVersion } from '../core/rubric/rubric.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  rubricId: { type: String, required: true },
  number: { type: Number, required: true },
  criteria: { type: [Mixed], required: true },
  examples: { type: [Mixed], required: true },
  contentHash: { type: String, required: true },
  structureHash: { type: String, required: true },
  anchorHash: { type: String, required: true },
  reason: { type: String, required: true },
  publishedBy: { type: String, required: true },
  publishedAt: { type: Date, required: true },
  origin: { type: Mixed },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, rubricId: 1, number: 1 }, { unique: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

const KEPT = 100;
const MOST_VERSIONS = 500;

function toRubricVersion(row: Row): RubricVersion {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return { id: _id, ...fields } as unknown as RubricVersion;
}

/** Published rubric versions: inserted once, never changed, so the ones in use are kept in memory. */
export function createRubricStore(connection: Connection) {
  const versions = connection.model('rubricVersions', schema, 'rubricVersions');
  const kept = new Map<string, RubricVersion>();

  function keep(key: string, version: RubricVersion): RubricVersion {
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, version);
    return version;
  }

  return {
    relaySource: relaySource('rubricVersions', versions as never),

    /** `number-taken`: somebody published a version meanwhile. */
    async insertVersion(
      version: RubricVersion,
      events: readonly DomainEvent[],
    ): Promise<'inserted' | 'number-taken'> {
      const { id, ...fields } = version;
      try {
        await versions.insertOne({ _id: id, ...fields, ...withEvents(events) } as never);
        return 'inserted';
      } catch (error) {
        if (isDuplicateKey(error)) return 'number-taken';
        throw error;
      }
    },

    /** The version that something points to. Throws where it is not there: that is a broken promise. */
    async getVersion(organisationId: OrganisationId, id: RubricVersionId): Promise<RubricVersion> {
      const key = `${organisationId}:${id}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const row = await versions.findOne({ _id: id, organisationId }).lean<Row>();
      if (row === null) throw new Error(`rubric version ${id} is not in the store`);
      return keep(key, toRubricVersion(row));
    },

    /** All versions of a role's rubric, the newest first. */
    async listOfRequisition(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
    ): Promise<RubricVersion[]> {
      const rows = await versions
        .find({ organisationId, requisitionId })
        .sort({ number: -1 })
        .limit(MOST_VERSIONS)
        .lean<Row[]>();
      return rows.map(toRubricVersion);
    },
  };
}
