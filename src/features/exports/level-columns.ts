import type { ItemId } from '../../core/kernel/ids.ts';
import type { Slot } from '../../core/rating/rating-task.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { PromptLevel, Standing } from '../../core/scoring/standing.ts';
import { commonColumns } from './applicant-columns.ts';
import type { ExportColumn } from './export-column.ts';
import type { ExportSetting } from './load-setting.ts';
import type { Portion } from './walk-portions.ts';

/** What one rater gave on one criterion of one response; without a rater where nobody rated it. */
interface LevelRow {
  readonly standing: Standing;
  readonly criterion: Criterion;
  readonly prompt: ItemId;
  readonly rater: number | null;
  readonly given: number | null;
  readonly unratable: string | null;
  readonly settled: PromptLevel;
}

export function levelColumns(setting: ExportSetting): readonly ExportColumn<LevelRow>[] {
  return [
    ...commonColumns(setting).map(({ name, meaning, of }) => ({
      name,
      meaning,
      of: ({ standing }: LevelRow) => of(standing),
    })),
    { name: 'criterion', meaning: 'Criterion of the rubric.', of: ({ criterion }) => criterion.id },
    { name: 'weight', meaning: 'Its weight in percent.', of: ({ criterion }) => criterion.weight },
    { name: 'prompt', meaning: 'Prompt of the assessment.', of: ({ prompt }) => prompt },
    {
      name: 'rater',
      meaning: 'First, second or third rating of this response; the number names nobody.',
      of: ({ rater }) => rater,
    },
    { name: 'given_level', meaning: 'Level this rater gave, 1 to 5.', of: ({ given }) => given },
    { name: 'unratable', meaning: 'Why this rater could not rate it.', of: ({ unratable }) => unratable },
    { name: 'level', meaning: 'The level that counts.', of: ({ settled }) => settled.level },
    {
      name: 'basis',
      meaning: 'Mean of two raters, a third rating, the lead, or an empty response.',
      of: ({ settled }) => settled.basis,
    },
    { name: 'level_missing', meaning: 'Why no level counts.', of: ({ settled }) => settled.reason },
  ];
}

/** By applicant, prompt, criterion and rater. Ratings are there once a response is settled: half of one is nothing. */
export function levelRows({ form, rubric }: ExportSetting, { standings, tasks }: Portion): LevelRow[] {
  return standings.flatMap((standing) =>
    writtenPrompts(form).flatMap(({ id: prompt }) => {
      const task = tasks.find(
        ({ itemId, attemptId }) => itemId === prompt && attemptId === standing.attemptId,
      );
      const slots = task?.state === 'resolved' ? task.slots.filter(counts) : [];
      return rubric.criteria.flatMap((criterion): readonly LevelRow[] => {
        const settled = standing.criteria.find((one) => one.criterion === criterion.id)?.prompts[prompt];
        if (settled === undefined || settled.reason === 'not-rated-here') return [];
        const row = { standing, criterion, prompt, settled };
        if (slots.length === 0) return [{ ...row, rater: null, given: null, unratable: null }];
        return slots.map(({ judgement }, index) => ({
          ...row,
          rater: index + 1,
          given: judgement?.levels[criterion.id] ?? null,
          unratable: judgement?.unratable ?? null,
        }));
      });
    }),
  );
}

const counts = ({ state, voided }: Slot): boolean => state === 'handed-in' && voided === null;
