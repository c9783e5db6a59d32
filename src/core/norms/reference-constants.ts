import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { MeasuredColumn } from '../scoring/score-column.ts';
import type { ReferenceScope } from './reference-scope.ts';
import type { FrozenPairs } from './tally-score-pairs.ts';

/**
 * What Overall stands on: mean and SD of both parts among all completed attempts of the organisation under the same
 * versions, and the weights that a person stated. It never changes; the newest of a scope counts.
 */
export interface ReferenceConstants extends FrozenPairs {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly scopeId: ReferenceScope['id'];
  readonly versions: ReferenceScope['versions'];
  /** Whole percent; they add up to 100. */
  readonly weights: Readonly<Record<MeasuredColumn, number>>;
  readonly frozenBy: PersonId;
  readonly frozenAt: Date;
}
