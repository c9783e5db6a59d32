import { z } from 'zod';
import type { ItemId } from '../core/kernel/ids.ts';
import { decimal, idOf, listOf, oneOf, strictFile, text } from './shape-parts.ts';

const answer = z.boolean('must be true or false');

/** `review.yaml`: what somebody who did not write a situation or prompt found. A yes to any question means: rewrite. */
export const ReviewShape = strictFile({
  status: text,
  items: listOf(
    strictFile({
      item: idOf<ItemId>(),
      reviewedBy: text,
      verdict: oneOf(['accepted', 'to rewrite']),
      questions: strictFile({
        needsTradeOrCultureKnowledge: answer,
        warmthMeansSmallTalk: answer,
        directWriterLoses: answer,
        difficultPersonStereotype: answer,
        distressingTopic: answer,
      }),
      /** Between the key and the reviewer's own ratings made without it; null for prompts. */
      blindKeyLargestDifference: decimal(0, 6).nullable(),
      notes: text,
    }),
  ),
});
