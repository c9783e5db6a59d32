import type { OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';
import type { MeasuredColumn } from '../scoring/score-column.ts';
import type { ReferenceScope } from './reference-scope.ts';
import type { FrozenScores } from './tally-scores.ts';

/**
 * Completed attempts that scores are compared with, as a person chose and described them: by role and by day of handing in,
 * and by nothing else. Who took part, and any group that the law protects, has no place in it. It never changes.
 */
export interface NormGroup {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly scopeId: ReferenceScope['id'];
  readonly versions: ReferenceScope['versions'];
  readonly name: string;
  readonly description: string;
  readonly requisitionIds: readonly RequisitionId[];
  /** First and last day of handing in. */
  readonly from: Date;
  readonly to: Date;
  /** Null for a column on which fewer than 100 have a score. */
  readonly scores: Readonly<Record<MeasuredColumn, FrozenScores | null>>;
  readonly frozenBy: PersonId;
  readonly frozenAt: Date;
}

/** Below this many people the words say that the group is small. */
export const SMALL_GROUP = 200;
