import type { Form } from '../../core/form/form.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import { scorePrecision } from '../../core/scoring/score-precision.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';

interface Measuring {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly form: Form;
  readonly rubric: RubricVersion;
}

/** What is known of every column of an intake: Judgment, Written and each criterion. */
export async function findPrecision(
  { planning, stores }: Deps,
  { requisition, intake, form, rubric }: Measuring,
): Promise<ScorePrecision> {
  const { organisationId, assessmentId } = requisition;
  const ids = {
    judgment: judgmentPool(requisition, intake, sha256).id,
    written: writtenPool(requisition, form, rubric, sha256).id,
  };
  const found = await stores.analyses.findMany(organisationId, Object.values(ids));
  const analysisOf = (pool: string) => found.find(({ id }) => id === pool) ?? null;
  const analyses = { judgment: analysisOf(ids.judgment), written: analysisOf(ids.written) };
  return scorePrecision({ planning: planning.get(assessmentId), analyses, form, rubric });
}
