import { z } from 'zod';
import type { CriterionId, ItemId } from '../core/kernel/ids.ts';
import type { LevelNumber } from '../core/rubric/rubric.ts';
import { idOf, listOf, strictFile, text, wholeNumber } from './shape-parts.ts';

const levelNumber = wholeNumber(1, 5).transform((level) => level as LevelNumber);

/** `rubric.yaml`: criteria, levels, anchors, and for each level the words of an example that show it. */
export const RubricShape = strictFile({
  criteria: listOf(
    strictFile({
      id: idOf<CriterionId>(),
      label: text,
      weight: wholeNumber(0, 100),
      definition: text,
      levels: listOf(
        strictFile({
          level: levelNumber,
          label: text,
          anchor: text,
          example: strictFile({ response: text, cites: text }),
        }),
      ),
    }),
  ).max(6, 'must be at most six criteria'),
});

/** One file of `examples/`: whole responses to one prompt with their profiles. */
export const ExamplesShape = strictFile({
  item: idOf<ItemId>(),
  examples: listOf(
    strictFile({
      id: text,
      a: text,
      b: text,
      levels: z.record(
        idOf<CriterionId>(),
        strictFile({ level: levelNumber, cites: text, because: text }),
        'must name the criteria',
      ),
    }),
  ),
});

export type AuthoredRubric = z.output<typeof RubricShape>;
export type AuthoredExamples = z.output<typeof ExamplesShape>;
