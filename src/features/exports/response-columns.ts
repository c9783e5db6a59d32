import type { WrittenResponseItem } from '../../core/item/item.ts';
import { responseState } from '../../core/item/response-state.ts';
import type { WrittenValue } from '../../core/item/response-value.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { commonColumns } from './applicant-columns.ts';
import type { ExportColumn } from './export-column.ts';
import type { ExportSetting } from './load-setting.ts';
import type { Portion } from './walk-portions.ts';

interface ResponseRow {
  readonly standing: Standing;
  readonly prompt: WrittenResponseItem;
  readonly value: WrittenValue | null;
}

export function responseColumns(setting: ExportSetting): readonly ExportColumn<ResponseRow>[] {
  return [
    ...commonColumns(setting).map(({ name, meaning, of }) => ({
      name,
      meaning,
      of: ({ standing }: ResponseRow) => of(standing),
    })),
    { name: 'prompt', meaning: 'Prompt of the assessment.', of: ({ prompt }) => prompt.id },
    { name: 'prompt_title', meaning: 'Its title.', of: ({ prompt }) => prompt.title },
    {
      name: 'state',
      meaning: 'Whether something was written on both steps.',
      of: ({ prompt, value }) => responseState(prompt, value),
    },
    { name: 'first', meaning: 'The words of the first step, verbatim.', of: ({ value }) => value?.a ?? null },
    { name: 'then', meaning: 'The words of the second step, verbatim.', of: ({ value }) => value?.b ?? null },
  ];
}

/** By applicant and prompt, once everything is handed in. */
export function responseRows({ form }: ExportSetting, { standings, responses }: Portion): ResponseRow[] {
  return standings
    .filter(({ finishedAt }) => finishedAt !== null)
    .flatMap((standing) => {
      const given = standing.attemptId === null ? undefined : responses.get(standing.attemptId);
      return writtenPrompts(form).map((prompt): ResponseRow => {
        const value = given?.[prompt.id]?.value;
        return { standing, prompt, value: value?.kind === 'written-response' ? value : null };
      });
    });
}
