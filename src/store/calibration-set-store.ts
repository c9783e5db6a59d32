import type { InferSchemaType } from 'mongoose';
import type { LevelAgreement, Writer } from '../core/calibration/level-agreement.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const { Mixed } = Schema.Types;
const schema = strictSchema({
  /** Organisation, anchors and response: one agreement each. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  anchorHash: { type: String, required: true },
  itemId: { type: String, required: true },
  responseId: { type: String, required: true },
  /** Only for a response of an applicant. */
  requisitionId: { type: String },
  applicantId: { type: String },
  opinions: { type: [Mixed], required: true },
  agreed: { type: Mixed, default: null },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, anchorHash: 1 });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type Key = Pick<LevelAgreement, 'organisationId' | 'anchorHash' | 'itemId' | 'responseId' | 'writer'>;

const MOST = 500;
const idOf = ({ organisationId, anchorHash, responseId }: Omit<Key, 'writer'>) =>
  `${organisationId}:${anchorHash}:${responseId}`;

function toAgreement(row: Row): LevelAgreement {
  const { _id, outbox: _outbox, relayAt: _relayAt, requisitionId, applicantId, ...fields } = row;
  const writer = typeof applicantId === 'string' ? { requisitionId, applicantId } : null;
  return { id: _id, ...fields, writer } as unknown as LevelAgreement;
}

/** Levels that experts agree on: a key, so only the training of raters is given this store. */
export function createCalibrationSetStore(connection: Connection) {
  const sets = connection.model('calibrationSets', schema, 'calibrationSets');

  return {
    relaySource: relaySource('calibrationSets', sets as never),

    async listUnder(organisationId: OrganisationId, anchorHash: string): Promise<LevelAgreement[]> {
      const rows = await sets.find({ organisationId, anchorHash }).limit(MOST).lean<Row[]>();
      return rows.map(toAgreement);
    },

    async get(key: Key): Promise<LevelAgreement> {
      const row = await sets.findOne({ _id: idOf(key) }).lean<Row>();
      const { organisationId, anchorHash, itemId, responseId, writer } = key;
      const about = { organisationId, anchorHash, itemId, responseId, writer };
      return row === null
        ? { id: idOf(key), ...about, opinions: [], agreed: null, rev: 0 }
        : toAgreement(row);
    },

    /** Writes what was decided on what was read, if nobody changed it since. */
    async change(
      seen: LevelAgreement,
      changes: Pick<LevelAgreement, 'opinions' | 'agreed'>,
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { id, organisationId, anchorHash, itemId, responseId, writer, rev } = seen;
      const { $push, relayAt } = pushEvents(events);
      try {
        const result = await sets.updateOne(
          { _id: id, organisationId, anchorHash, itemId, responseId, rev, agreed: null },
          { $set: { ...changes, ...writer, relayAt }, $inc: { rev: 1 }, $push },
          { upsert: rev === 0 },
        );
        return result.matchedCount + result.upsertedCount === 1;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** What experts said of responses of somebody who is gone, or of one response. */
    async removeOf(
      organisationId: OrganisationId,
      { requisitionId, applicantId }: Writer,
      responseId: string | null,
    ): Promise<void> {
      const one = responseId === null ? {} : { responseId };
      await sets.deleteMany({ organisationId, requisitionId, applicantId, ...one });
    },
  };
}

export type CalibrationSetStore = ReturnType<typeof createCalibrationSetStore>;
