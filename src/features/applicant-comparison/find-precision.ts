import type { Form } from '../../core/form/form.ts';
import { precisionOf, type Precision } from '../../core/psychometrics/precision.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { MeasuredColumn } from '../../core/scoring/measure-column.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Deps } from '../../deps.ts';

/** What is known of both columns; null where nobody has ever stated anything. */
export type ColumnPrecision = Readonly<Record<MeasuredColumn, Precision | null>>;

/** The authors' planning values hold until the organisation's own figures exist. */
export function findPrecision(
  { planning }: Deps,
  { assessmentId }: Requisition,
  form: Form,
): ColumnPrecision {
  const assumed = planning.get(assessmentId);
  if (assumed === undefined) return { judgment: null, written: null };
  return {
    judgment: precisionOf({ planning: assumed.judgment, own: null, written: null }),
    written: precisionOf({
      planning: assumed.written,
      own: null,
      written: { prompts: writtenPrompts(form).length, doubleRatings: 0 },
    }),
  };
}
