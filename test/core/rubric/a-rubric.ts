import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { LEVELS, type Criterion, type RubricContent } from '../../../src/core/rubric/rubric.ts';

export function aCriterion(id: string, weight: number): Criterion {
  return {
    id: id as CriterionId,
    label: id,
    definition: `What ${id} is.`,
    weight,
    levels: LEVELS.map((level) => ({
      level,
      label: `Level ${level}`,
      anchor: `The text does ${level} of ${id}.`,
      example: null,
    })),
  };
}

export function aRubric(parts: Partial<RubricContent> = {}): RubricContent {
  return { criteria: [aCriterion('empathy', 60), aCriterion('communication', 40)], examples: [], ...parts };
}
