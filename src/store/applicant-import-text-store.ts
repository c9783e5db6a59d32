import type { InferSchemaType } from 'mongoose';
import type { ImportedPerson, RefusedLine } from '../core/applicant/applicant-import.ts';
import type { OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';

/** One portion of what a file held. Nothing here outlives `expiresAt`, whatever else happens. */
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  importId: { type: String, required: true },
  kind: { type: String, enum: ['people', 'refused'] as const, required: true },
  number: { type: Number, required: true },
  lines: { type: [Schema.Types.Mixed], required: true },
  expiresAt: { type: Date, required: true },
});
schema.index({ organisationId: 1, requisitionId: 1, importId: 1, kind: 1, number: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

type Row = InferSchemaType<typeof schema>;
type Kind = Row['kind'];

export interface ImportKey {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
}

const keyOf = ({ id, organisationId, requisitionId }: ImportKey) => ({
  organisationId,
  requisitionId,
  importId: id,
});

/** Names and addresses on their way to an invitation, and lines on their way back to whoever sent them. */
export function createApplicantImportTextStore(connection: Connection) {
  const texts = connection.model('applicantImportTexts', schema, 'applicantImportTexts');

  async function insert(
    of: ImportKey,
    kind: Kind,
    portions: readonly (readonly (ImportedPerson | RefusedLine)[])[],
    expiresAt: Date,
  ): Promise<void> {
    for (const [number, lines] of portions.entries()) {
      const _id = `${of.id}:${kind}:${number}`;
      await texts.collection.insertOne({ _id, ...keyOf(of), kind, number, lines, expiresAt } as never);
    }
  }

  async function find(
    of: ImportKey,
    kind: Kind,
    number: number,
    now: Date,
  ): Promise<readonly unknown[] | null> {
    const row = await texts
      .findOne({ ...keyOf(of), kind, number, expiresAt: { $gt: now } }, { lines: 1 })
      .lean<Row>();
    return row?.lines ?? null;
  }

  return {
    insertPeople: (of: ImportKey, portions: readonly (readonly ImportedPerson[])[], expiresAt: Date) =>
      insert(of, 'people', portions, expiresAt),
    insertRefused: (of: ImportKey, portions: readonly (readonly RefusedLine[])[], expiresAt: Date) =>
      insert(of, 'refused', portions, expiresAt),

    findPeople: (of: ImportKey, number: number, now: Date) =>
      find(of, 'people', number, now) as Promise<readonly ImportedPerson[] | null>,
    findRefused: (of: ImportKey, number: number, now: Date) =>
      find(of, 'refused', number, now) as Promise<readonly RefusedLine[] | null>,

    /** People of a confirmed import wait for their turn, also after a long stop. */
    async keepPeople(of: ImportKey, expiresAt: Date): Promise<void> {
      await texts.updateMany({ ...keyOf(of), kind: 'people' }, { $set: { expiresAt } });
    },

    /** People who were worked off: those of all portions before this one. */
    async deletePeopleBefore(of: ImportKey, portion: number): Promise<void> {
      await texts.deleteMany({ ...keyOf(of), kind: 'people', number: { $lt: portion } });
    },

    async deleteAll(of: ImportKey, kind?: Kind): Promise<void> {
      await texts.deleteMany({ ...keyOf(of), ...(kind === undefined ? {} : { kind }) });
    },
  };
}
