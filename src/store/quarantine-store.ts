import type { InferSchemaType } from 'mongoose';
import type { SaveRefusal } from '../core/attempt/accept-response.ts';
import type { QuarantineUse } from '../core/attempt/quarantine-quota.ts';
import type { Attempt } from '../core/attempt/attempt.ts';
import type { ResponseValue } from '../core/item/response-value.ts';
import type { ItemId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** attempt:item:epoch:seq:hash, so that a repeated refusal is kept once. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, required: true },
  itemId: { type: String, required: true },
  epoch: { type: Number, required: true },
  seq: { type: Number, required: true },
  hash: { type: String, required: true },
  value: { type: Schema.Types.Mixed, required: true },
  bytes: { type: Number, required: true },
  reason: { type: String, required: true },
  recvAt: { type: Date, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, attemptId: 1, recvAt: 1 });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });

type Row = InferSchemaType<typeof schema>;

/** Why a response is not part of an attempt: the refusals of a save, and an overtaken one without script. */
type QuarantineReason = SaveRefusal | 'stale';

/** A response that was refused and kept, word for word. */
export interface QuarantinedResponse {
  readonly itemId: ItemId;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly value: ResponseValue;
  readonly bytes: number;
  readonly reason: QuarantineReason;
  readonly recvAt: Date;
}

type Owner = Pick<Attempt, 'id' | 'organisationId' | 'requisitionId' | 'applicantId'>;

function toQuarantined(row: Row): QuarantinedResponse {
  return {
    itemId: row.itemId as ItemId,
    epoch: row.epoch,
    seq: row.seq,
    hash: row.hash,
    value: row.value as ResponseValue,
    bytes: row.bytes,
    reason: row.reason as QuarantineReason,
    recvAt: row.recvAt,
  };
}

const within = ({ id, organisationId, requisitionId }: Owner) => ({
  organisationId,
  requisitionId,
  attemptId: id,
});

export function createQuarantineStore(connection: Connection) {
  const quarantined = connection.model('quarantinedResponses', schema, 'quarantinedResponses');
  const idOf = (attempt: Owner, { itemId, epoch, seq, hash }: QuarantinedResponse) =>
    [attempt.id, itemId, epoch, seq, hash].join(':');

  return {
    async keep(attempt: Owner, response: QuarantinedResponse): Promise<void> {
      const { applicantId } = attempt;
      try {
        const document = { _id: idOf(attempt, response), ...within(attempt), applicantId, ...response };
        await quarantined.create(document);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async isKept(attempt: Owner, response: QuarantinedResponse): Promise<boolean> {
      return (await quarantined.exists({ _id: idOf(attempt, response) })) !== null;
    },

    /** How much of its quota an attempt has used. */
    async measureUse(attempt: Owner): Promise<QuarantineUse> {
      const [use] = await quarantined.aggregate<QuarantineUse>([
        { $match: within(attempt) },
        { $group: { _id: null, entries: { $sum: 1 }, bytes: { $sum: '$bytes' } } },
        { $project: { _id: 0, entries: 1, bytes: 1 } },
      ]);
      return use ?? { entries: 0, bytes: 0 };
    },

    async list(attempt: Owner): Promise<QuarantinedResponse[]> {
      const rows = await quarantined.find(within(attempt)).sort({ recvAt: 1 }).limit(500).lean<Row[]>();
      return rows.map(toQuarantined);
    },
  };
}

export type QuarantineStore = ReturnType<typeof createQuarantineStore>;
