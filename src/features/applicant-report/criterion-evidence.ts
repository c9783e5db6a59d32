import { oneLevelEffects, type OneLevelEffect } from '../../core/scoring/one-level-effects.ts';
import { SLOTS } from '../../core/scoring/score-column.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { formatScore } from '../../presentation/format-score.ts';
import { quotesOf } from '../../presentation/quotes-of.ts';
import { readResponse } from '../../presentation/read-response.ts';
import { criterionWords, type LevelStep, type ScoreWords } from '../../presentation/standing-words.ts';
import type { Report } from './read-report.ts';

interface PromptEvidence {
  readonly prompt: string;
  readonly href: string;
  readonly level: string;
  readonly step: LevelStep | null;
  readonly basis: string | null;
  readonly anchors: readonly { readonly label: string; readonly text: string }[];
  /** Words of the applicant that raters marked for this criterion. */
  readonly quotes: readonly string[];
  /** What one level more or less here would change; null where Written has no score. */
  readonly effect: string | null;
}

export interface CriterionEvidence {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly weight: string;
  readonly score: ScoreWords;
  readonly prompts: readonly PromptEvidence[];
}

/** By criterion: the level on each prompt with its anchor, the words it rests on, and how much it matters. */
export function criterionEvidence(report: Report): readonly CriterionEvidence[] {
  const { rubric, standing, form } = report;
  const effects = oneLevelEffects(rubric.criteria, standing.criteria);
  const responses = writtenPrompts(form).map((prompt) => ({
    prompt,
    response: readResponse(report, prompt, rubric),
  }));
  return rubric.criteria.map((criterion, index) => ({
    id: `criterion-${criterion.id}`,
    label: criterion.label,
    definition: criterion.definition,
    weight: `weight ${criterion.weight} %`,
    score: criterionWords(SLOTS[index], standing, report.precision),
    prompts: responses.flatMap(({ prompt, response }) => {
      const sign = `${index + 1}`;
      const effect = effects.find((one) => one.criterion === criterion.id && one.prompt === prompt.id);
      return response.levels
        .filter((entry) => entry.sign === sign)
        .map(({ level, step, basis, anchors }) => ({
          prompt: prompt.title,
          href: `#${prompt.id}`,
          ...{ level, step, basis, anchors },
          quotes: quotesOf(response, sign),
          effect: effect === undefined ? null : effectWords(effect),
        }));
    }),
  }));
}

function effectWords({ up, down }: OneLevelEffect): string {
  const higher = up === null ? 'no level is higher' : `one level higher: Written + ${formatScore(up)}`;
  const lower =
    down === null ? 'no level is lower' : `one level lower: Written − ${formatScore(Math.abs(down))}`;
  return `${higher}; ${lower}`;
}
