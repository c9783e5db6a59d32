import type { CriterionId, OrganisationId, RequisitionId } from '../kernel/ids.ts';
import type { OwnPrecision } from '../psychometrics/precision.ts';
import type { MeasuredColumn } from './score-column.ts';

/**
 * Whose attempts say something about the precision of a column together: everything of an organisation that was measured
 * by the same versions. A simulated requisition is a pool of its own.
 */
export interface AnalysisPool {
  /** Hash of everything below. */
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly column: MeasuredColumn;
  readonly simulatedIn: RequisitionId | null;
  /** Form and key for Judgment; prompts, anchors and rating design for Written. */
  readonly versions: Readonly<Record<string, string>>;
}

/** What a pool says about itself; null where it has no coefficient. */
export interface Analysis extends AnalysisPool {
  readonly own: OwnPrecision | null;
  /** Each criterion over its prompts; none for Judgment. */
  readonly criteria: readonly { readonly criterion: CriterionId; readonly own: OwnPrecision | null }[];
  readonly doubleRatings: number;
  readonly computedAt: Date;
}
