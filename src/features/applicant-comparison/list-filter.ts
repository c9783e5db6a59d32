import type { Stage } from '../../core/applicant/applicant.ts';
import type { ApplicantId, CriterionId } from '../../core/kernel/ids.ts';
import { scoreBand } from '../../core/psychometrics/score-band.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import type { ScoreColumn } from '../../core/scoring/score-column.ts';
import { measureColumn } from '../../core/scoring/measure-column.ts';
import type { Evidence, Standing } from '../../core/scoring/standing.ts';
import { hasShownLevel } from '../../core/scoring/has-shown-level.ts';

interface AskedLevel {
  readonly criterion: CriterionId;
  readonly atLeast: number;
}

/** Whom a list is narrowed to; null where a field does not narrow it. */
export interface ListFilter {
  readonly stage: Stage | null;
  readonly evidence: Evidence['kind'] | null;
  /** The whole label of one applicant. */
  readonly label: string | null;
  /** Everybody whose band on a column reaches the score. */
  readonly couldBe: { readonly column: ScoreColumn; readonly atLeast: number } | null;
  /** Everybody who has shown each of these levels; a level on one prompt is enough. */
  readonly levels: readonly AskedLevel[];
  /** First and last day on which they finished, such as 2026-03-02. */
  readonly finishedFrom: string | null;
  readonly finishedTo: string | null;
  /** Whom the reader has written a note on. */
  readonly note: 'own' | null;
}

export const EVERYBODY: ListFilter = {
  stage: null,
  evidence: null,
  label: null,
  couldBe: null,
  levels: [],
  finishedFrom: null,
  finishedTo: null,
  note: null,
};

export const isNarrowed = ({ levels, ...filter }: ListFilter): boolean =>
  levels.length > 0 || Object.values(filter).some((value) => value !== null);

/** What the filter asks of one applicant. A score without a band reaches nothing. */
export function passes(
  filter: ListFilter,
  standing: Standing,
  precision: ScorePrecision,
  noted: ReadonlySet<ApplicantId>,
): boolean {
  const { stage, evidence, label, couldBe, levels, note } = filter;
  return (
    (stage === null || standing.stage === stage) &&
    (evidence === null || standing.evidence.kind === evidence) &&
    (label === null || standing.label === label) &&
    (note === null || noted.has(standing.applicantId)) &&
    finishedBetween(filter, standing) &&
    levels.every(({ criterion, atLeast }) => hasShownLevel(standing, criterion, atLeast)) &&
    (couldBe === null || reaches(couldBe, standing, precision))
  );
}

/** Days are compared as texts, both included. */
function finishedBetween({ finishedFrom, finishedTo }: ListFilter, { finishedAt }: Standing): boolean {
  if (finishedFrom === null && finishedTo === null) return true;
  if (finishedAt === null) return false;
  const day = finishedAt.toISOString().slice(0, 10);
  return (finishedFrom === null || day >= finishedFrom) && (finishedTo === null || day <= finishedTo);
}

function reaches(
  { column, atLeast }: NonNullable<ListFilter['couldBe']>,
  standing: Standing,
  precision: ScorePrecision,
): boolean {
  const known = precision[column];
  const measured = known === null ? null : measureColumn(column, standing, known);
  return measured !== null && scoreBand(measured.score, measured.sem).upper >= atLeast;
}
