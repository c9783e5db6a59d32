import { z } from 'zod';
import type { CriterionId, ItemId } from '../core/kernel/ids.ts';
import type { LevelNumber } from '../core/rubric/rubric.ts';
import { idOf, listOf, oneOf, strictFile, text, wholeNumber } from './shape-parts.ts';

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

/** A whole response to a prompt, with a level for each criterion, the words that decide it and why. */
const levelledResponse = strictFile({
  id: text,
  a: text,
  b: text,
  levels: z.record(
    idOf<CriterionId>(),
    strictFile({ level: levelNumber, cites: text, because: text }),
    'must name the criteria',
  ),
});

/** One file of `examples/`: whole responses to one prompt with their profiles. */
export const ExamplesShape = strictFile({ item: idOf<ItemId>(), examples: listOf(levelledResponse) });

/** One file of `calibration/`: secret. `source` says who set the levels; so far only the authors have. */
export const CalibrationShape = strictFile({
  item: idOf<ItemId>(),
  source: oneOf(['authored']),
  responses: listOf(levelledResponse),
});

export type AuthoredRubric = z.output<typeof RubricShape>;
export type AuthoredExamples = z.output<typeof ExamplesShape>;
export type AuthoredCalibration = z.output<typeof CalibrationShape>;
export type LevelledResponse = z.output<typeof levelledResponse>;
