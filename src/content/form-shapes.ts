import { z } from 'zod';
import type { AssessmentId, DimensionId, ItemId, SectionId } from '../core/kernel/ids.ts';
import { idOf, listOf, oneOf, strictFile, text, wholeNumber } from './shape-parts.ts';

/** `assessment.yaml`: what the shelf says about an assessment. */
export const AssessmentShape = strictFile({
  id: idOf<AssessmentId>(),
  version: wholeNumber(1, 100_000),
  title: text,
  language: z.string('must be a language code').regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a code such as en'),
  summary: text,
  audience: text,
  claim: text,
});

/** `form.yaml`: parts, order and limits. */
export const FormShape = strictFile({
  sections: listOf(
    strictFile({
      id: idOf<SectionId>(),
      title: text,
      kind: oneOf(['judgment', 'written']),
      minutes: wholeNumber(1, 480),
      usualMinutes: text,
      items: listOf(idOf<ItemId>()),
    }),
  ),
  limitSource: oneOf(['author', 'pilot']),
  practice: z.array(idOf<ItemId>(), 'must be a list'),
});

const place = { item: idOf<ItemId>(), setting: text, channel: text, upset: text, authority: text };

/** `blueprint.yaml`: what each situation is for, decided before it was written. */
export const BlueprintShape = strictFile({
  dimensions: listOf(strictFile({ id: idOf<DimensionId>(), label: text })),
  situations: listOf(
    strictFile({
      ...place,
      dimension: idOf<DimensionId>(),
      theme: text,
      customerWrong: z.boolean('must be true or false'),
    }),
  ),
  prompts: z.array(strictFile(place), 'must be a list'),
});

export type AuthoredAbout = z.output<typeof AssessmentShape>;
export type AuthoredForm = z.output<typeof FormShape>;
export type AuthoredBlueprint = z.output<typeof BlueprintShape>;
