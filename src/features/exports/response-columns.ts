import type { Item, JudgmentItem } from '../../core/item/item.ts';
import { responseState } from '../../core/item/response-state.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { commonColumns } from './applicant-columns.ts';
import { choiceText } from './choice-text.ts';
import type { ExportColumn } from './export-column.ts';
import type { ExportSetting } from './load-setting.ts';
import type { Portion } from './walk-portions.ts';

interface ResponseRow {
  readonly standing: Standing;
  readonly item: Item;
  readonly value: ResponseValue | null;
  readonly result: Result;
}

/** What a situation gave before scaling, or why the file does not have it; neither for what was written. */
type Result =
  | { readonly raw: number; readonly missing: null }
  | { readonly raw: null; readonly missing: 'kept-back' | 'tells-the-key' | 'not-scored' | null };

type Column = ExportColumn<ResponseRow>;

export const responseColumns = (setting: ExportSetting): readonly Column[] => [
  ...commonColumns(setting).map(({ name, meaning, of }) => ({
    name,
    meaning,
    of: ({ standing }: ResponseRow) => of(standing),
  })),
  {
    name: 'prompt',
    meaning: 'Id of the prompt or the situation in the assessment.',
    of: ({ item }) => item.id,
  },
  { name: 'prompt_title', meaning: 'Its title.', of: ({ item }) => item.title },
  {
    name: 'kind',
    meaning:
      'written-response, or how a situation was answered: rate-options (each option 1 to 7), best-worst, pick-one, rank-options.',
    of: ({ item }) => item.kind,
  },
  {
    name: 'state',
    meaning:
      'Answered, partial or empty: whether both steps were written, all options rated, the order confirmed.',
    of: ({ item, value }) => responseState(item, value),
  },
  {
    name: 'first',
    meaning: 'The words of the first step, verbatim. Empty in a situation.',
    of: ({ value }) => (value?.kind === 'written-response' ? value.a : null),
  },
  {
    name: 'then',
    meaning: 'The words of the second step, verbatim. Empty in a situation.',
    of: ({ value }) => (value?.kind === 'written-response' ? value.b : null),
  },
  {
    name: 'choice',
    meaning:
      'What was chosen in a situation, by ids of options: a=5 b=2 (ratings), best=a worst=b, a (one pick), a b c (an order, the most effective first). Empty for what was written: its levels are in the file of criteria and raters.',
    of: ({ item, value }) => (item.kind === 'written-response' ? null : choiceText(item, value)),
  },
  ...resultColumns,
];

const resultColumns: readonly Column[] = [
  {
    name: 'result',
    meaning:
      'What the situation gave before scaling: minus the mean distance from the key (ratings), −2 to 2 (best and worst), 0 to 1 (one pick), −1 to 1 (an order). One situation has no band: read nothing into a single one.',
    of: ({ result }) => result.raw,
  },
  {
    name: 'result_missing',
    meaning:
      'Why there is no result. kept-back: the key is the authors’ and on trial. tells-the-key: beside the choice it would tell the key, which of all readers of this file owners alone may know. not-scored: not answered far enough, no Judgment score, or left out by the panel.',
    of: ({ result }) => result.missing,
  },
  {
    name: 'key_status',
    meaning:
      'Whether the key of the situation is the authors’ or an expert panel’s. Empty for what was written.',
    of: ({ item, standing }) => (item.kind === 'written-response' ? null : standing.judgment.keyStatus),
  },
];

/** By applicant, situations before prompts, once everything is handed in. */
export function responseRows(setting: ExportSetting, portion: Portion): ResponseRow[] {
  const items = [...situationsOf(setting), ...writtenPrompts(setting.form)];
  return portion.standings
    .filter(({ finishedAt }) => finishedAt !== null)
    .flatMap((standing) => {
      const given = standing.attemptId === null ? undefined : portion.responses.get(standing.attemptId);
      return items.map((item): ResponseRow => {
        const value = given?.[item.id]?.value;
        return {
          ...{ standing, item },
          value: value?.kind === item.kind ? value : null,
          result: resultOf(item, standing, setting, portion),
        };
      });
    });
}

const situationsOf = ({ form }: ExportSetting): readonly JudgmentItem[] =>
  form.items.filter((item): item is JudgmentItem => item.kind !== 'written-response');

function resultOf(
  item: Item,
  { attemptId, judgment }: Standing,
  { requisition, seesKey }: ExportSetting,
  { results }: Portion,
): Result {
  if (item.kind === 'written-response') return { raw: null, missing: null };
  if (discloseJudgment(judgment, requisition) === 'kept-back') return { raw: null, missing: 'kept-back' };
  if (!seesKey) return { raw: null, missing: 'tells-the-key' };
  const own = attemptId === null ? undefined : results.get(attemptId);
  const raw = own?.find(({ itemId }) => itemId === item.id)?.raw;
  return raw === undefined ? { raw: null, missing: 'not-scored' } : { raw, missing: null };
}
