import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import { UNRATABLE_REASONS, type Judgement } from '../../core/rating/rating-task.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type {
  Breadcrumb,
  Dialog,
  ErrorSummary,
  LevelCards,
  Notice,
  Progress,
  RatingKeys,
  Select,
  SubmitButton,
  Textarea,
} from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { levelCardsFor } from '../../http/level-cards-for.ts';
import { noticingDialogs } from './noticing-dialogs.ts';
import { unratableWords } from './rating-words.ts';
import { typedWords } from './typed-words.ts';

/** Everything a rater's page contains. It has no field in which anything about the person could travel. */
export interface RatePage {
  readonly breadcrumb: Breadcrumb;
  readonly heading: string;
  readonly place: string;
  readonly progress: Progress;
  readonly saved: boolean;
  /** Which draft the form shows. */
  readonly draft: string;
  /** What another window saved meanwhile; null where nothing did. */
  readonly elsewhere: Notice | null;
  /** Null unless the rater has rated for long without a rest. */
  readonly rest: Rest | null;
  readonly summary: ErrorSummary | null;
  readonly form: string;
  readonly action: string;
  readonly response: MaskedResponse;
  readonly words: string;
  readonly criteria: readonly { readonly levels: LevelCards; readonly quote: Textarea }[];
  readonly reason: Textarea;
  readonly unratable: Select;
  readonly next: SubmitButton;
  readonly previous: SubmitButton;
  readonly dialogs: readonly { readonly open: string; readonly dialog: Dialog }[];
  readonly keys: RatingKeys;
}

interface Rest {
  readonly text: string;
  readonly rest: SubmitButton;
  readonly goOn: SubmitButton;
}

export interface RateInput {
  readonly batchId: string;
  readonly taskId: string;
  readonly title: string;
  readonly simulated: boolean;
  readonly number: number;
  readonly of: number;
  readonly ready: number;
  readonly saved: boolean;
  readonly draft: string;
  readonly elsewhere: FormState['values'] | null;
  readonly breakDue: boolean;
  readonly response: MaskedResponse;
  readonly criteria: readonly Criterion[];
  readonly form: FormState;
}

const FORM = 'rating';

export function ratePage(input: RateInput): PageReply & { readonly vm: RatePage } {
  const { batchId, taskId, title, number, of, ready, response, criteria, form } = input;
  const batch = `/rating/batches/${batchId}`;
  const action = `${batch}/tasks/${taskId}`;
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/rate',
    title: `Rate: ${title}`,
    simulated: input.simulated,
    vm: {
      breadcrumb: {
        links: [
          { label: 'Rating', href: '/rating' },
          { label: title, href: batch },
        ],
        here: `Response ${number}`,
      },
      heading: `Rate: ${title}`,
      place: `Response ${number} of ${of}, in random order, names hidden.`,
      progress: { section: null, label: `${ready} of ${of} rated`, value: ready, max: of },
      saved: input.saved,
      draft: input.draft,
      elsewhere: input.elsewhere === null ? null : savedElsewhere(input.elsewhere, criteria, action),
      rest: input.breakDue ? rest : null,
      summary: summaryFor(form),
      form: FORM,
      action,
      response,
      words: `${response.words} words`,
      criteria: criteria.map((criterion, index) => ({
        levels: levelCardsFor(criterion, form),
        quote: quoteFor(criterion, form, index === 0),
      })),
      reason: textareaFor(form, {
        name: 'reason',
        label: 'Why? (you may leave this empty)',
        hint: 'The applicant may ask to read this.',
        rows: 3,
        required: false,
      }),
      unratable: unratableFor(form, 'It can be rated'),
      next: submit('Save and next', 'primary', 'next', 'n'),
      previous: submit('Save and back', 'plain', 'previous', 'p'),
      dialogs: noticingDialogs(FORM),
      keys: {
        label: 'Rating keys on',
        keys: [
          { keys: ['1–5'], text: 'level' },
          { keys: ['e'], text: 'quote' },
          { keys: ['n'], text: 'save and next' },
          { keys: ['p'], text: 'save and back' },
        ],
      },
    },
  };
}

/** Both are in sight: this above, what was typed here in the form. */
const savedElsewhere = (
  saved: FormState['values'],
  criteria: readonly Criterion[],
  href: string,
): Notice => ({
  look: 'warn',
  heading: 'Saved in another window',
  lines: [
    ...typedWords(saved, criteria).map(({ term, text }) => `${term}: ${text}`),
    'What you typed here is below. Save it to put it in the place of this.',
  ],
  links: [{ label: 'Keep what is saved and drop what is below', href }],
});

function quoteFor({ id, label }: Criterion, form: FormState, first: boolean): Textarea {
  return textareaFor(form, {
    name: `quote-${id}`,
    label: `Words that decide it: ${label}`,
    hint: 'Copy them from the response, one quote a line. You may leave this empty.',
    rows: 2,
    required: false,
    key: first ? 'e' : null,
  });
}

/** Whether and why a response cannot be rated. */
export function unratableFor(form: FormState, ratable: string): Select {
  return {
    id: 'unratable',
    name: 'unratable',
    label: 'Can it be rated?',
    hint: null,
    error: errorOf(form, 'unratable'),
    value: textOf(form, 'unratable'),
    options: [
      { value: '', label: ratable },
      ...UNRATABLE_REASONS.map((reason) => ({ value: reason, label: `No: ${unratableWords(reason)}` })),
    ],
  };
}

/** Both send the form, so that nothing typed is lost. */
const rest: Rest = {
  text: 'You have rated for 40 minutes. A short break keeps your levels steady; everything stays as it is.',
  rest: { ...submit('Save and take a break', 'plain', 'rest', null), form: FORM },
  goOn: { ...submit('Go on', 'quiet', 'go-on', null), form: FORM },
};

function submit(
  label: string,
  look: SubmitButton['look'],
  go: string,
  key: SubmitButton['key'],
): SubmitButton {
  return { kind: 'submit', label, look, name: 'go', value: go, form: null, fragment: null, key };
}

/** The fields of the form as the rater left them. */
export function fieldsOfDraft(draft: Judgement | null, { a, b }: MaskedResponse): FormState['values'] {
  if (draft === null) return {};
  const quotes = new Map<string, string>();
  for (const { criterion, step, start, end } of draft.spans) {
    const quoted = (step === 'a' ? a : b).slice(start, end).replaceAll(/\s+/gu, ' ');
    const before = quotes.get(criterion);
    quotes.set(criterion, before === undefined ? quoted : `${before}\n${quoted}`);
  }
  const levels = Object.entries(draft.levels).map(([criterion, level]): [string, string] => [
    `level-${criterion}`,
    String(level),
  ]);
  return {
    ...Object.fromEntries(levels),
    ...Object.fromEntries([...quotes].map(([criterion, text]) => [`quote-${criterion}`, text])),
    reason: draft.reason ?? '',
    unratable: draft.unratable ?? '',
  };
}
