import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';
import type { Encoding } from './table/decode-table.ts';
import type { TableColumns } from './table/find-columns.ts';
import type { RowField, RowProblemKind, RowTexts } from './table/read-row.ts';

/** Somebody in a checked table. The ids are drawn at the check, so that working it off twice invites once. */
export interface ImportedPerson extends RowTexts {
  readonly line: number;
  readonly id: ApplicantId;
  readonly invitationId: string;
}

/** A line that nobody can be invited from, as it is given back for correction. */
export interface RefusedLine extends RowTexts {
  readonly line: number;
  readonly kind: RowProblemKind;
  readonly field: RowField | null;
  /** The line as it stood, where it could not be taken apart. */
  readonly raw: string | null;
}

/** A line that invites nobody and why, without what stands in it. */
export interface NotedLine {
  readonly line: number;
  readonly kind: RowProblemKind | 'twice' | 'invited-already';
  readonly field: RowField | null;
  /** For `twice`: where the address stands first. */
  readonly firstLine: number | null;
}

/** What the check found, in numbers; it stays when the people are gone from the import. */
export interface CheckedTable {
  readonly encoding: Encoding;
  readonly columns: TableColumns;
  readonly people: number;
  readonly portions: number;
  readonly refused: number;
  readonly twice: number;
  readonly invitedAlready: number;
  /** The first of the lines that invite nobody. */
  readonly noted: readonly NotedLine[];
}

/** A table of people to invite, from its check to its end. Holds no name and no address. */
export interface ApplicantImport {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  /** `stopped`: the role was closed before everybody was invited. */
  readonly state: 'checked' | 'running' | 'finished' | 'stopped';
  readonly checkedBy: PersonId;
  readonly checkedAt: Date;
  readonly confirmedBy: PersonId | null;
  readonly endedAt: Date | null;
  readonly table: CheckedTable;
  readonly portionsDone: number;
  readonly invited: number;
  /** Invited by somebody else between the check and their turn. */
  readonly invitedBefore: number;
}
