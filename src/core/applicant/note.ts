import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';

export const LONGEST_NOTE = 1000;

/** What one person wrote down about an applicant: their own, unless they share it with the members of the role. */
export interface Note {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly personId: PersonId;
  readonly text: string;
  readonly shared: boolean;
  readonly at: Date;
}

export interface ReadableNotes {
  readonly own: Note | null;
  /** Shared by others. */
  readonly others: readonly Note[];
  /** How many of others become readable with a note of one's own. */
  readonly hidden: number;
}

/** Others' notes are read after one's own is written, so that nobody's first impression is somebody else's. */
export function readableNotes(notes: readonly Note[], reader: PersonId): ReadableNotes {
  const own = notes.find(({ personId }) => personId === reader) ?? null;
  const shared = notes.filter(({ personId, shared: isShared }) => isShared && personId !== reader);
  return own === null ? { own, others: [], hidden: shared.length } : { own, others: shared, hidden: 0 };
}
