import type {
  CriterionId,
  IntakeId,
  ItemId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../kernel/ids.ts';

export type LevelNumber = 1 | 2 | 3 | 4 | 5;
export const LEVELS: readonly LevelNumber[] = [1, 2, 3, 4, 5];

export interface Level {
  readonly level: LevelNumber;
  readonly label: string;
  /** What a reader can point to in a text of this level. */
  readonly anchor: string;
  /** Words of an example response that show it; null where none is written yet. */
  readonly example: string | null;
}

export interface Criterion {
  readonly id: CriterionId;
  readonly label: string;
  readonly definition: string;
  /** Whole percent; the weights of a rubric add up to 100. */
  readonly weight: number;
  readonly levels: readonly Level[];
  /** The prompts in which raters look for it; left out where it is as the authors of the prompts named it. */
  readonly askedIn?: readonly ItemId[];
}

/** A whole example response with its profile and the words that decide each level. */
export interface ExampleResponse {
  readonly id: string;
  readonly itemId: ItemId;
  readonly a: string;
  readonly b: string;
  readonly levels: Readonly<Record<CriterionId, { level: LevelNumber; cites: string; because: string }>>;
}

/** A response that raters practise with or are measured against; `source` says who set its levels. */
export interface CalibrationResponse extends ExampleResponse {
  readonly source: 'authored';
}

export interface RubricContent {
  readonly criteria: readonly Criterion[];
  readonly examples: readonly ExampleResponse[];
}

/** From the next intake on, or for everybody in the running one. */
export type ChangeScope = 'next-intake' | 'everybody';

/** A person's consent, or two days in which nobody objected where there is no second person. */
export type Approval =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'person'; readonly by: PersonId; readonly at: Date }
  | { readonly kind: 'delay'; readonly at: Date };

/** How a version came after another one. */
interface VersionOrigin {
  readonly basedOn: RubricVersionId;
  readonly scope: ChangeScope;
  /** The intake that was running. */
  readonly intakeId: IntakeId;
  readonly approval: Approval;
}

/** Published and immutable. Ratings keep the version they were given under for ever. */
export interface RubricVersion extends RubricContent {
  readonly id: RubricVersionId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly rubricId: RubricId;
  readonly number: number;
  /** Over everything; over criteria and levels; over the anchors that raters read. */
  readonly contentHash: string;
  readonly structureHash: string;
  readonly anchorHash: string;
  readonly reason: string;
  readonly publishedBy: PersonId;
  readonly publishedAt: Date;
  /** Left out in the first version of a role, which came with the assessment. */
  readonly origin?: VersionOrigin;
}
