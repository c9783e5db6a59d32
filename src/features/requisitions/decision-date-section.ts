import { MOST_DAYS_AHEAD } from '../../core/requisition/change-decision-date.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { fieldFor, type FormState } from '../../http/form-state.ts';
import type { Field } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';

/** The form for the day by which candidates hear; without a field where nothing can be changed any more. */
export interface DecisionDateSection {
  readonly action: string;
  readonly stored: string;
  readonly field: Field | null;
}

export const typedDecisionDate = ({ decisionBy }: Requisition): FormState['values'] => ({
  decisionBy: decisionBy?.toISOString().slice(0, 10) ?? '',
});

export function decisionDateSection(requisition: Requisition, form: FormState): DecisionDateSection {
  const { id, state, decisionBy } = requisition;
  return {
    action: `/requisitions/${id}/decision-date`,
    stored: decisionBy === null ? 'No day is set.' : formatDate(decisionBy),
    field:
      state === 'archived'
        ? null
        : fieldFor(form, {
            name: 'decisionBy',
            label: 'Candidates hear by',
            hint: `Everybody who handed in reads it. Within ${MOST_DAYS_AHEAD} days; empty: they read that no day is set.`,
            type: 'date',
            required: false,
          }),
  };
}
