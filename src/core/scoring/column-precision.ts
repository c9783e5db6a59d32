import { precisionOf, type Precision } from '../psychometrics/precision.ts';
import type { Analysis } from './analysis.ts';
import type { MeasuredColumn, PlanningValues } from './measure-column.ts';

/** What is known of both columns; null where nobody has ever stated anything. */
export type ColumnPrecision = Readonly<Record<MeasuredColumn, Precision | null>>;

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
