import type {
  IntakeId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../kernel/ids.ts';
import type { Approval, ChangeScope, RubricContent } from './rubric.ts';

/** The one draft of a rubric. It may be as unfinished as it likes; only publishing asks for more. */
interface RubricDraft {
  readonly content: RubricContent;
  /** What was taken out of it, as it stood then; left out where nothing was. */
  readonly removed?: RubricContent;
  /** The published version it was begun from. */
  readonly basedOn: RubricVersionId;
  readonly changedBy: PersonId;
  readonly changedAt: Date;
  /** Why a second person sent it back; gone with the next change. */
  readonly refusal?: { readonly by: PersonId; readonly reason: string; readonly at: Date };
  /** The approved change that it was and why it never took effect; gone with the next change. */
  readonly notAdopted?: { readonly number: number; readonly because: NotAdopted };
}

/** Somebody was rejected under the version before, or the intake goes by another version now. */
export type NotAdopted = 'locked' | 'overtaken';

/** A draft on its way to being a version: frozen, waiting for a second person, then taken over by the intake. */
export interface Publication {
  readonly versionId: RubricVersionId;
  readonly number: number;
  readonly content: RubricContent;
  readonly basedOn: RubricVersionId;
  readonly intakeId: IntakeId;
  readonly scope: ChangeScope;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly state: 'waiting' | 'adopting';
  /** When it takes effect without a second person, because there is none; else null. */
  readonly dueAt: Date | null;
  /** Null while it waits. */
  readonly approval: Approval | null;
  /** The label up to which applicants have standings under it; null once everybody has. */
  readonly walkedTo: string | null;
}

/** The rubric of one role: what is being written. Published versions stand beside it and never change. */
export interface Rubric {
  readonly id: RubricId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly draft: RubricDraft | null;
  readonly publication: Publication | null;
  readonly rev: number;
}

/** A rubric with a change that is agreed to and only has to be carried out. */
export type ApprovedRubric = Rubric & { readonly publication: Publication & { readonly approval: Approval } };
