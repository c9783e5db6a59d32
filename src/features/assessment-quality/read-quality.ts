import type { Form } from '../../core/form/form.ts';
import type { AnalysisRun } from '../../core/quality/analysis-run.ts';
import type { JudgmentQuality, QualityReport, WrittenQuality } from '../../core/quality/quality-report.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Analysis } from '../../core/scoring/analysis.ts';
import { referenceScope } from '../../core/norms/reference-scope.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import { columnPrecision, type ColumnPrecision } from '../../core/scoring/column-precision.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';
import { readReferences, type References } from './references/read-references.ts';

/** What is stored about the assessment of a role, under the versions that count in its running intake. */
export interface StoredQuality {
  readonly requisition: Requisition;
  readonly form: Form;
  readonly rubric: RubricVersion;
  /** The computing of either column; none before the first. */
  readonly runs: readonly AnalysisRun[];
  /** Ids of the pools that the figures come from. */
  readonly pools: { readonly judgment: string; readonly written: string };
  readonly precision: ColumnPrecision;
  readonly analyses: { readonly judgment: Analysis | null; readonly written: Analysis | null };
  readonly judgment: JudgmentQuality | null;
  readonly written: WrittenQuality | null;
  /** What scores under these versions are compared with. */
  readonly references: References;
}

/** The versions that count in the running intake of a role, and the pools that its figures come from. */
export async function readPools({ stores }: Pick<Deps, 'stores'>, requisition: Requisition) {
  const { organisationId } = requisition;
  const intake = currentIntake(requisition);
  const form = await stores.formVersions.get(organisationId, intake.formVersionId);
  const rubric = await stores.rubrics.getVersion(organisationId, intake.rubricVersionId);
  const pools = {
    judgment: judgmentPool(requisition, intake, sha256).id,
    written: writtenPool(requisition, form, rubric, sha256).id,
  };
  return { intake, form, rubric, pools };
}

/** Reads what the job has stored; nothing is computed for a page. */
export async function readQuality(
  { stores, planning }: Deps,
  requisition: Requisition,
): Promise<StoredQuality> {
  const { organisationId, assessmentId } = requisition;
  const { intake, form, rubric, pools } = await readPools({ stores }, requisition);
  const [judgmentAnalysis, writtenAnalysis, judgment, written, references, runs] = await Promise.all([
    stores.analyses.find(organisationId, pools.judgment),
    stores.analyses.find(organisationId, pools.written),
    stores.qualityReports.find(organisationId, pools.judgment),
    stores.qualityReports.find(organisationId, pools.written),
    readReferences({ stores }, organisationId, referenceScope(requisition, intake, rubric, sha256).id),
    stores.analysisRuns.findMany([pools.judgment, pools.written]),
  ]);
  const analyses = { judgment: judgmentAnalysis, written: writtenAnalysis };
  return {
    requisition,
    form,
    rubric,
    pools,
    runs: [...runs.values()],
    precision: columnPrecision({
      planning: planning.get(assessmentId),
      analyses,
      prompts: writtenPrompts(form).length,
    }),
    analyses,
    judgment: ofColumn(judgment, 'judgment'),
    written: ofColumn(written, 'written'),
    references,
  };
}

function ofColumn<Column extends QualityReport['column']>(
  report: QualityReport | null,
  column: Column,
): Extract<QualityReport, { column: Column }> | null {
  return report?.column === column ? (report as Extract<QualityReport, { column: Column }>) : null;
}
