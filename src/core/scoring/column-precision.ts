import type { CriterionId } from '../kernel/ids.ts';
import { criterionPrecisionOf, precisionOf, type Precision } from '../psychometrics/precision.ts';
import type { Analysis } from './analysis.ts';
import type { PlanningValues } from './measure-column.ts';
import { type MeasuredColumn, SLOTS, type ScoreColumn, type Slot } from './score-column.ts';

/** What is known of both columns; null where nobody has ever stated anything. */
export type ColumnPrecision = Readonly<Record<MeasuredColumn, Precision | null>>;

/** What is known of every column of a list; null for a criterion until own data say something, and for one there is not. */
export type ScorePrecision = Readonly<Record<ScoreColumn, Precision | null>>;

interface Known {
  readonly planning: PlanningValues | undefined;
  /** What the pools of both columns say about themselves; null where they are too small. */
  readonly analyses: Readonly<Record<MeasuredColumn, Pick<Analysis, 'own' | 'doubleRatings'> | null>>;
  /** Written prompts of the form. */
  readonly prompts: number;
}

/** The authors' planning values hold until enough attempts of the organisation say better. */
export function columnPrecision({ planning, analyses, prompts }: Known): ColumnPrecision {
  if (planning === undefined) return { judgment: null, written: null };
  const { judgment, written } = analyses;
  return {
    judgment: precisionOf({ planning: planning.judgment, own: judgment?.own ?? null, written: null }),
    written: precisionOf({
      planning: planning.written,
      own: written?.own ?? null,
      written: { prompts, doubleRatings: written?.doubleRatings ?? 0 },
    }),
  };
}

interface KnownCriteria {
  /** In the order of the rubric version, with the prompts that name each. */
  readonly criteria: readonly { readonly id: CriterionId; readonly prompts: number }[];
  readonly analysis: Pick<Analysis, 'criteria' | 'doubleRatings'> | null;
}

/** What is known of each criterion of a rubric version. */
export function criteriaPrecision({
  criteria,
  analysis,
}: KnownCriteria): Readonly<Record<Slot, Precision | null>> {
  const known = SLOTS.map((slot, place) => {
    const criterion = criteria[place];
    if (criterion === undefined) return [slot, null] as const;
    const own = analysis?.criteria.find((one) => one.criterion === criterion.id)?.own ?? null;
    const { prompts } = criterion;
    return [
      slot,
      criterionPrecisionOf(own, { prompts, doubleRatings: analysis?.doubleRatings ?? 0 }),
    ] as const;
  });
  return Object.fromEntries(known) as Record<Slot, Precision | null>;
}
