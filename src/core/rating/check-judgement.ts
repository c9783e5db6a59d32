import type { CriterionId } from '../kernel/ids.ts';
import { LEVELS, type LevelNumber } from '../rubric/rubric.ts';
import type { Judgement, Span } from './rating-task.ts';

/** The two steps of a written response, verbatim. */
export interface ResponseText {
  readonly a: string;
  readonly b: string;
}

export type JudgementProblem =
  | {
      readonly kind: 'level-missing' | 'unknown-criterion' | 'level-off-scale';
      readonly criterion: CriterionId;
    }
  | { readonly kind: 'span-outside'; readonly criterion: CriterionId }
  | { readonly kind: 'levels-of-unratable' };

/**
 * What keeps a judgement from being handed in: it has a level for exactly the criteria of the task, or none and a
 * reason why it cannot be rated; marked words lie inside the text. Returns every problem, not only the first.
 */
export function checkJudgement(
  judgement: Judgement,
  criteria: readonly CriterionId[],
  text: ResponseText,
): readonly JudgementProblem[] {
  const given = Object.entries(judgement.levels) as [CriterionId, LevelNumber][];
  const named = (criterion: CriterionId) => criteria.includes(criterion);
  return [
    ...given.flatMap(([criterion, level]) => problemsOfLevel(criterion, level, named(criterion))),
    ...problemsOfWhole(judgement, criteria),
    ...judgement.spans.flatMap((span) => problemsOfSpan(span, named(span.criterion), text)),
  ];
}

function problemsOfLevel(criterion: CriterionId, level: number, named: boolean): readonly JudgementProblem[] {
  if (!named) return [{ kind: 'unknown-criterion', criterion }];
  return LEVELS.some((known) => known === level) ? [] : [{ kind: 'level-off-scale', criterion }];
}

function problemsOfWhole(
  judgement: Judgement,
  criteria: readonly CriterionId[],
): readonly JudgementProblem[] {
  if (judgement.unratable !== null) {
    return Object.keys(judgement.levels).length > 0 ? [{ kind: 'levels-of-unratable' }] : [];
  }
  return criteria
    .filter((criterion) => judgement.levels[criterion] === undefined)
    .map((criterion) => ({ kind: 'level-missing', criterion }));
}

function problemsOfSpan(span: Span, named: boolean, text: ResponseText): readonly JudgementProblem[] {
  const { criterion } = span;
  if (!named) return [{ kind: 'unknown-criterion', criterion }];
  return isInside(span, text) ? [] : [{ kind: 'span-outside', criterion }];
}

function isInside({ step, start, end }: Span, text: ResponseText): boolean {
  const whole = Number.isInteger(start) && Number.isInteger(end);
  return whole && start >= 0 && start < end && end <= text[step].length;
}
