import type { Form } from '../../core/form/form.ts';
import { precisionOf, type Precision } from '../../core/psychometrics/precision.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import type { MeasuredColumn } from '../../core/scoring/measure-column.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';

/** What is known of both columns; null where nobody has ever stated anything. */
export type ColumnPrecision = Readonly<Record<MeasuredColumn, Precision | null>>;

interface Measuring {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly form: Form;
  readonly rubric: RubricVersion;
}

/** The authors' planning values hold until enough attempts of the organisation say better. */
export async function findPrecision(
  { planning, stores }: Deps,
  { requisition, intake, form, rubric }: Measuring,
): Promise<ColumnPrecision> {
  const assumed = planning.get(requisition.assessmentId);
  if (assumed === undefined) return { judgment: null, written: null };
  const { organisationId } = requisition;
  const [judgment, written] = await Promise.all([
    stores.analyses.find(organisationId, judgmentPool(requisition, intake, sha256).id),
    stores.analyses.find(organisationId, writtenPool(requisition, form, rubric, sha256).id),
  ]);
  return {
    judgment: precisionOf({ planning: assumed.judgment, own: judgment?.own ?? null, written: null }),
    written: precisionOf({
      planning: assumed.written,
      own: written?.own ?? null,
      written: { prompts: writtenPrompts(form).length, doubleRatings: written?.doubleRatings ?? 0 },
    }),
  };
}
