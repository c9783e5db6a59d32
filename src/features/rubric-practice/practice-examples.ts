import type { Form } from '../../core/form/form.ts';
import type { WrittenResponseItem } from '../../core/item/item.ts';
import { seededOrder } from '../../core/kernel/seeded-order.ts';
import type { ExampleResponse, RubricVersion } from '../../core/rubric/rubric.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { ROUND } from './requests.ts';

export interface PracticeExample {
  readonly example: ExampleResponse;
  readonly prompt: WrittenResponseItem;
}

/** The same few examples for everybody in a role, in one shuffle, so that two people can talk about what they gave. */
export function practiceExamples(form: Form, rubric: RubricVersion): readonly PracticeExample[] {
  const prompts = writtenPrompts(form);
  return seededOrder(rubric.requisitionId, rubric.examples, ({ id }) => id)
    .flatMap((example) => {
      const prompt = prompts.find(({ id }) => id === example.itemId);
      return prompt === undefined ? [] : [{ example, prompt }];
    })
    .slice(0, ROUND);
}
