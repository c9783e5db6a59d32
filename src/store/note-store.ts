import type { InferSchemaType } from 'mongoose';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import type { Note } from '../core/applicant/note.ts';
import { strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** `applicantId:personId`: a person has one note on an applicant. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  personId: { type: String, required: true },
  text: { type: String, required: true },
  shared: { type: Boolean, required: true },
  at: { type: Date, required: true },
});
const under = { organisationId: 1, requisitionId: 1 } as const;
schema.index({ ...under, applicantId: 1 });
schema.index({ ...under, personId: 1, at: -1 });

type Row = InferSchemaType<typeof schema>;

/** Of so many applicants a list can show those with a note; the newest notes count. */
const MOST_NOTED = 500;

const toNote = ({ _id, ...fields }: Row): Note => ({ ...fields }) as unknown as Note;

/** What people of a role write down about its applicants for themselves, or for each other. */
export function createNoteStore(connection: Connection) {
  const notes = connection.model('notes', schema, 'notes');

  return {
    async save(note: Note): Promise<void> {
      const _id = `${note.applicantId}:${note.personId}`;
      const { organisationId, requisitionId } = note;
      await notes.updateOne(
        { _id, organisationId, requisitionId } as never,
        { $set: note },
        { upsert: true },
      );
    },

    async remove({
      organisationId,
      requisitionId,
      applicantId,
      personId,
    }: Pick<Note, 'organisationId' | 'requisitionId' | 'applicantId' | 'personId'>): Promise<void> {
      await notes.deleteOne({ _id: `${applicantId}:${personId}`, organisationId, requisitionId });
    },

    /** Everybody's on one applicant, in the order of writing; what of it may be read is for the caller to say. */
    async listOf(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantId: ApplicantId,
    ): Promise<Note[]> {
      const rows = await notes
        .find({ organisationId, requisitionId, applicantId })
        .sort({ at: 1 })
        .limit(200)
        .lean<Row[]>();
      return rows.map(toNote);
    },

    async listNoted(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      personId: PersonId,
    ): Promise<ApplicantId[]> {
      const rows = await notes
        .find({ organisationId, requisitionId, personId }, { applicantId: 1 })
        .sort({ at: -1 })
        .limit(MOST_NOTED)
        .lean<Row[]>();
      return rows.map(({ applicantId }) => applicantId as ApplicantId);
    },
  };
}
