import type { InferSchemaType } from 'mongoose';
import { newCertification, type RaterCertification } from '../core/calibration/rater-certification.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const { Mixed } = Schema.Types;
const schema = strictSchema({
  /** Rater and anchors. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  raterId: { type: String, required: true },
  anchorHash: { type: String, required: true },
  practised: { type: [Mixed], required: true },
  sitting: { type: Mixed, default: null },
  tries: { type: [Mixed], required: true },
  seeded: { type: [Mixed], required: true },
  seedResults: { type: [Mixed], required: true },
  pauses: { type: [Mixed], required: true },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, anchorHash: 1 });
schema.index({ organisationId: 1, raterId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type Key = Pick<RaterCertification, 'organisationId' | 'raterId' | 'anchorHash'>;

const MOST = 500;
const idOf = ({ raterId, anchorHash }: Key) => `${raterId}:${anchorHash}`;

function toCertification(row: Row): RaterCertification {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return fields as unknown as RaterCertification;
}

/** What raters practised, passed and met as seeds, each under one set of anchors. */
export function createRaterCertificationStore(connection: Connection) {
  const certifications = connection.model('raterCertifications', schema, 'raterCertifications');

  async function list(filter: object): Promise<RaterCertification[]> {
    const rows = await certifications.find(filter).limit(MOST).lean<Row[]>();
    return rows.map(toCertification);
  }

  return {
    relaySource: relaySource('raterCertifications', certifications as never),

    async get(key: Key): Promise<RaterCertification> {
      const { organisationId } = key;
      const row = await certifications.findOne({ _id: idOf(key), organisationId }).lean<Row>();
      return row === null ? newCertification(key) : toCertification(row);
    },

    listUnder: (organisationId: OrganisationId, anchorHash: string) => list({ organisationId, anchorHash }),

    listOfRater: (organisationId: OrganisationId, raterId: PersonId) => list({ organisationId, raterId }),

    /** Those of an organisation whom nobody has let go on yet. */
    listPaused: (organisationId: OrganisationId) =>
      list({ organisationId, pauses: { $elemMatch: { lifted: null } } }),

    /** Writes what was decided on what was read, if nothing changed since. */
    async change(
      seen: RaterCertification,
      changes: Partial<Omit<RaterCertification, keyof Key | 'rev'>>,
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { organisationId, raterId, anchorHash, rev, ...rest } = seen;
      const { $push, relayAt } = pushEvents(events);
      const told = events.length === 0 ? {} : { $push };
      const $set = { ...rest, ...changes, ...(events.length === 0 ? {} : { relayAt }) };
      try {
        const result = await certifications.updateOne(
          { _id: idOf(seen), organisationId, raterId, anchorHash, rev },
          { $set, $inc: { rev: 1 }, ...told },
          { upsert: rev === 0 },
        );
        return result.matchedCount + result.upsertedCount === 1;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
