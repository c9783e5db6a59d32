import { z } from 'zod';
import type { CriterionId, ItemId, OptionId } from '../core/kernel/ids.ts';
import { idOf, listOf, strictFile, text, wholeNumber } from './shape-parts.ts';

const situation = { id: idOf<ItemId>(), title: text, situation: text };
const option = strictFile({ id: idOf<OptionId>(), text });
/** Only practice items say afterwards why an answer works. */
const explanation = text.optional();
const options = { question: text, options: z.array(option, 'must be a list').min(2, 'must be at least two') };

/** One file of `items/`. */
export const ItemShape = z.discriminatedUnion('kind', [
  strictFile({ ...situation, ...options, kind: z.literal('rate-options'), explanation }),
  strictFile({ ...situation, ...options, kind: z.literal('best-worst'), explanation }),
  strictFile({ ...situation, ...options, kind: z.literal('pick-one'), explanation }),
  strictFile({ ...situation, ...options, kind: z.literal('rank-options'), explanation }),
  strictFile({
    ...situation,
    kind: z.literal('written-response'),
    stepA: strictFile({ ask: text }),
    stepB: strictFile({ update: text, ask: text }),
    guide: strictFile({ min: wholeNumber(1, 1000), max: wholeNumber(1, 1000) }),
    maxWords: wholeNumber(1, 1000),
    criteria: listOf(strictFile({ criterion: idOf<CriterionId>(), chance: text })),
    explanation,
  }),
]);

export type AuthoredItem = z.output<typeof ItemShape>;
