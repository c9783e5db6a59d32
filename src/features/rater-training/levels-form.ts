import type { GivenLevels } from '../../core/calibration/rater-certification.ts';
import { maskResponse, type MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { summaryFor, type FormState } from '../../http/form-state.ts';
import { levelCardsFor } from '../../http/level-cards-for.ts';
import type {
  Breadcrumb,
  ErrorSummary,
  LevelCards,
  Notice,
  PageHeader,
  RatingKeys,
  Textarea,
} from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { SetResponse } from './load-set.ts';

interface LevelsVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly about: Notice;
  readonly summary: ErrorSummary | null;
  readonly response: MaskedResponse;
  readonly words: string;
  readonly action: string;
  readonly cards: readonly LevelCards[];
  readonly because: Textarea | null;
  readonly submit: string;
  readonly keys: RatingKeys;
}

interface LevelsPage extends Pick<LevelsVm, 'breadcrumb' | 'about' | 'action' | 'because' | 'submit'> {
  readonly place: string;
  readonly simulated: boolean;
  readonly form: FormState;
}

/** A calibration response to give levels to, as on the rating desk. */
export function levelsPage({ response, prompt, criteria }: SetResponse, page: LevelsPage): PageReply {
  const { breadcrumb, about, action, because, submit, place, simulated, form } = page;
  const vm: LevelsVm = {
    breadcrumb,
    header: { heading: prompt.title, sub: place, chips: [], buttons: [] },
    about,
    summary: summaryFor(form),
    ...shownResponse(prompt, response),
    action,
    cards: criteria.map((criterion) => cardsFor(criterion, form)),
    because,
    submit,
    keys: {
      label: 'Rating keys on',
      keys: [
        { keys: ['1–5'], text: 'level' },
        { keys: ['n'], text: submit.toLowerCase() },
      ],
    },
  };
  const view = 'rater-training/levels';
  return { kind: 'page', layout: 'staff', view, title: prompt.title, simulated, vm };
}

export function shownResponse(
  prompt: SetResponse['prompt'],
  { a, b }: SetResponse['response'],
): { readonly response: MaskedResponse; readonly words: string } {
  const response = maskResponse(prompt, { kind: 'written-response', a, b });
  return { response, words: `${response.words} words` };
}

/** Without the examples of the levels: what is read here is judged by the anchors alone. */
function cardsFor(criterion: Criterion, form: FormState): LevelCards {
  const cards = levelCardsFor(criterion, form);
  return { ...cards, levels: cards.levels.map((level) => ({ ...level, example: null })) };
}

/** The form as it was filled in before. */
export const formOf = (levels: GivenLevels | undefined): FormState => ({
  values: Object.fromEntries(
    Object.entries(levels ?? {}).map(([criterion, level]) => [`level-${criterion}`, `${level}`]),
  ),
  problems: [],
});
