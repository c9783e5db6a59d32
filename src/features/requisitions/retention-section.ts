import type { Requisition } from '../../core/requisition/requisition.ts';
import { keepsLonger, type Retention } from '../../core/requisition/retention.ts';
import { errorOf, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { RadioCards, Textarea } from '../../http/parts.ts';
import { KEEP_CHOICES, keepChoiceOf, retentionWords } from './retention-words.ts';

/** The form for how long applicants are kept; null fields where nothing can be changed any more. */
export interface RetentionSection {
  readonly action: string;
  readonly note: string;
  readonly stored: string;
  readonly reason: string | null;
  readonly keep: RadioCards | null;
  readonly keepReason: Textarea | null;
}

export function typedRetention({ retention }: Requisition): FormState['values'] {
  return {
    keep: keepChoiceOf(retention),
    keepReason: retention.kind === 'by-hand' ? retention.reason : '',
  };
}

export function retentionSection(requisition: Requisition, form: FormState): RetentionSection {
  const { id, state, retention, eraseBegunAt } = requisition;
  const settled = state === 'archived' || eraseBegunAt !== null;
  const choices = KEEP_CHOICES.filter(({ value }) => state === 'draft' || !longer(retention, value));
  const byHand = choices.some(({ value }) => value === 'by-hand');
  const value = textOf(form, 'keep');
  return {
    action: `/requisitions/${id}/retention`,
    note:
      state === 'draft'
        ? 'Candidates read it before they begin. Once the role is open, the time can only become shorter.'
        : 'Candidates have read it before they began, so the time can become shorter, not longer.',
    stored: retentionWords(retention),
    reason: retention.kind === 'by-hand' ? retention.reason : null,
    keep: settled
      ? null
      : {
          id: 'keep',
          name: 'keep',
          label: 'Name, responses and ratings are kept',
          hint: 'Counted from the day on which the role is closed. Then all of it is erased.',
          error: errorOf(form, 'keep'),
          value: value === '' ? null : value,
          required: true,
          options: [...choices],
        },
    keepReason:
      settled || !byHand
        ? null
        : textareaFor(form, {
            name: 'keepReason',
            label: 'Why they are kept until somebody erases them',
            hint: 'Only where nothing is erased by itself. Candidates read it.',
            rows: 2,
            required: false,
          }),
  };
}

const longer = (stored: Retention, choice: string): boolean =>
  choice === 'by-hand'
    ? stored.kind !== 'by-hand'
    : keepsLonger(stored, { kind: 'months', months: Number(choice) as 3 | 6 | 12 | 24 });
