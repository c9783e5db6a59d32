import type { AssessmentId } from '../core/kernel/ids.ts';
import type { PlanningValues } from '../core/scoring/measure-column.ts';
import type { AuthoredAssessment } from './authored-assessment.ts';

/** What the authors of each assessment on the shelf assume of its precision. */
export function planningValues(
  shelf: readonly AuthoredAssessment[],
): ReadonlyMap<AssessmentId, PlanningValues> {
  return new Map(shelf.map(({ about, precision }) => [about.value.id, precision.value]));
}
