import {
  FEEDBACK_STEPS,
  LONGEST_FEEDBACK,
  type FeedbackStep,
} from '../../../core/feedback/process-feedback.ts';
import { errorOf, textareaFor, textOf, type FormState } from '../../../http/form-state.ts';
import type { RadioCards, Textarea } from '../../../http/parts.ts';
import type { Sitting } from '../load-sitting.ts';

/** The two questions after handing in; without them a thank-you. */
export interface FeedbackForm {
  readonly action: string;
  readonly fair: RadioCards;
  readonly clear: RadioCards;
  readonly text: Textarea;
}

const STEPS: Readonly<Record<FeedbackStep, string>> = {
  1: 'Not at all',
  2: 'A little',
  3: 'Partly',
  4: 'Mostly',
  5: 'Fully',
};

export function feedbackForm({ to }: Sitting, form: FormState): FeedbackForm {
  const question = (name: string, label: string): RadioCards => ({
    id: name,
    name,
    label,
    hint: null,
    error: errorOf(form, name),
    value: textOf(form, name),
    required: true,
    options: FEEDBACK_STEPS.map((step) => ({ value: String(step), label: STEPS[step], hint: null })),
  });
  return {
    action: to.feedback,
    fair: question('fair', 'Did you have a fair chance to show what you can do?'),
    clear: question('clear', 'Was it clear what you had to do?'),
    text: textareaFor(form, {
      name: 'text',
      label: 'Do you want to add something?',
      hint: `You need not. Write no names. At most ${LONGEST_FEEDBACK} characters.`,
      rows: 3,
      required: false,
    }),
  };
}
