import type { Form } from '../../core/form/form.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import {
  columnPrecision,
  criteriaPrecision,
  type ScorePrecision,
} from '../../core/scoring/column-precision.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';

interface Measuring {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly form: Form;
  readonly rubric: RubricVersion;
}

/** The criteria of a version, each with the number of prompts that name it. */
const namedBy = ({ criteria }: RubricVersion, prompts: ReturnType<typeof writtenPrompts>) =>
  criteria.map(({ id }) => ({
    id,
    prompts: prompts.filter((prompt) => prompt.criteria.some(({ criterion }) => criterion === id)).length,
  }));

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
  const [judgment, written] = [analysisOf(ids.judgment), analysisOf(ids.written)];
  const prompts = writtenPrompts(form);
  return {
    ...columnPrecision({
      planning: planning.get(assessmentId),
      analyses: { judgment, written },
      prompts: prompts.length,
    }),
    ...criteriaPrecision({ criteria: namedBy(rubric, prompts), analysis: written }),
  };
}
